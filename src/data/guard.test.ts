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
    'NOM_USUEL',
    'NOMNAISSANCE',
    'date naiss.',
    'DATNAIS',
    'Né(e) le',
    'DOB',
    'tél. port.',
    'TELDOM',
    'ADR1',
    'adr. élec.',
    'N° SS',
    'num sécu',
    'N° allocataire',
    'N° PE',
    'id_stagiaire',
    'Bénéficiaire',
    'Personne à contacter',
    'Last name',
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
    'voie de formation',
    'N° session',
    'nombre de stagiaires',
    'niveau de connaissances',
    'mobilité',
  ])('lets the column « %s » in', (header) => {
    expect(isPersonalHeader(header)).toBe(false);
  });

  it.each([
    ['2 69 05 49 588 157 80', 'NIR'],
    ['2690549588157', 'NIR'],
    ['prenom.nom@exemple.fr', 'courriel'],
    ['06 12 34 56 78', 'numéro de téléphone'],
    ['+33612345678', 'numéro de téléphone'],
    ['FR76 3000 6000 0112 3456 7890 189', 'IBAN'],
    ['BE68539007547034', 'IBAN'],
    ['rappeler au 06.12.34.56.78 le soir', 'numéro de téléphone'],
    ['dossier 269054958815780 reçu', 'NIR'],
    ['voir avec une.personne@exemple.fr', 'courriel'],
    ['+33 (0)6 12 34 56 78', 'numéro de téléphone'],
    ['2.79.03.2A.001.234.53', 'NIR'],
    ['2 69 05 495 8815 7 80', 'NIR'],
    ['2_69_05_49_588_157_80', 'NIR'],
    ['２６９０５４９５８８１５７８０', 'NIR'],
    ['269054958815781 ou 269054958815780', 'NIR'],
    ['FR76-3000-6000-0112-3456-7890-189', 'IBAN'],
    ['IBANFR7630006000011234567890189', 'IBAN'],
    ['FR76  3000 6000 0112 3456 7890 189', 'IBAN'],
    ['06 12345678', 'numéro de téléphone'],
    ['06  12  34  56  78', 'numéro de téléphone'],
    ['06‑12‑34‑56‑78', 'numéro de téléphone'],
    ['06 - 12 - 34 - 56 - 78', 'numéro de téléphone'],
    ['(+33) 6 12 34 56 78', 'numéro de téléphone'],
    ['33612345678', 'numéro de téléphone'],
    ['tél0612345678', 'numéro de téléphone'],
    ['+32 475 12 34 56', 'numéro de téléphone'],
    ['06\u200B12345678', 'numéro de téléphone'],
    ['une.personne(at)exemple.fr', 'courriel'],
    ['une.personne＠exemple.fr', 'courriel'],
    ['une.personne@exemple,fr', 'courriel'],
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
    '02408 59350',
    '12/03/2024 12/04/2024',
    'siret 123 456 789 00012',
    'Rendez-vous @ Lille',
    '+ 3 places',
  ])('lets « %s » in', (text) => {
    expect(personalKind(text)).toBeNull();
  });
});
