import type { Role } from '../../../shared/domain/vocabulary.ts'

export const ROLES: Readonly<Record<Role, string>> = {
  hr: 'HR',
  'hr-director': 'Director of HR',
  'hiring-manager': 'Hiring manager',
  other: '',
}
