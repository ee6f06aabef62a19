import { describe, expect, it } from 'vitest';
import { isPersonalHeader, personalKind } from './guard.ts';

describe('the privacy guard', () => {
  it.each([
    'Nom',
    'PRÉNOM',
    'N.I.R',
    'Date de naissance',
    'e-mail',
    'Téléphone',
    'Adresse',
    'Identifiant France Travail',
    'Prénom du stagiaire',
    'NomStagiaire',
    'n° de sécurité sociale',
    'E-mail 2',
    'tél. portable',
    'ID PE',
    'adresse du domicile',
    'numéro INE',
  ])('refuses the column « %s »', (header) => {
    expect(isPersonalHeader(header)).toBe(true);
  });

  it.each([
    'id_parcours',
    'code_commune',
    'sexe',
    'tranche_age',
    'financeur',
    'voie',
    'Nom de la formation',
    'adresse du site',
  ])('lets the column « %s » in', (header) => {
    expect(isPersonalHeader(header)).toBe(false);
  });

  it.each([
    ['2 69 05 49 588 157 80', 'NIR'],
    ['2690549588157', 'NIR'],
    ['prenom.nom@exemple.fr', 'courriel'],
    ['06 12 34 56 78', 'téléphone'],
    ['+33612345678', 'téléphone'],
    ['FR76 3000 6000 0112 3456 7890 189', 'IBAN'],
    ['BE68539007547034', 'IBAN'],
    ['rappeler au 06.12.34.56.78 le soir', 'téléphone'],
    ['dossier 269054958815780 reçu', 'NIR'],
    ['voir avec une.personne@exemple.fr', 'courriel'],
    ['+33 (0)6 12 34 56 78', 'téléphone'],
  ])('recognises « %s » as a %s', (text, kind) => {
    expect(personalKind(text)).toBe(kind);
  });

  it.each([
    'hdf-8vl3y8irg4la',
    '2024-09-02',
    '59350',
    '269054958815781',
    'tp-tmi',
    '1234567890',
    '202401000000123',
    'agora-0100000001',
    '01/01/2023 00:00',
    '01-01-2023 00:00:00',
    'FR00 3000 6000 0112 3456 7890 189',
  ])('lets « %s » in', (text) => {
    expect(personalKind(text)).toBeNull();
  });
});
