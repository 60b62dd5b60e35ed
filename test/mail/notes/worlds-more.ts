import { book } from './worlds.ts'

/** Three more books: other zones, names that are words, short names, two people with one first name. */

export const dublin = book('r.orla', 'Orla Devane', 'Europe/Dublin', [
  {
    client: 'Carrick Pharma',
    people: { 'Grainne Walsh': 'hr-director', 'Agnieszka Wojcik': 'hr', 'Rob Nolan': 'hiring-manager' },
    aliases: { 'Agnieszka Wojcik': ['Aga'] },
    tasks: [['t.agnieszka', 'own-the-dropped-ball', 'Agnieszka Wojcik']],
    meetings: [['m-carrick', '2026-11-17T10:00:00Z', '2026-11-17T10:30:00Z', ['Agnieszka Wojcik']]],
  },
  {
    client: 'Lough Dairies',
    people: { 'Mark Dunne': 'hr', 'Oisin Burke': 'hiring-manager' },
    tense: ['Mark Dunne'],
    tasks: [['t.oisin', 'ask-the-hiring-manager', 'Oisin Burke']],
  },
  {
    client: 'Tallaght Devices',
    people: { 'Ciara Byrne': 'hr', 'Kasia Nowak': 'hiring-manager' },
    tasks: [['t.kasia', 'answer-them', 'Kasia Nowak']],
  },
  {
    client: 'Harcourt Cloud',
    people: { 'Ciara Moran': 'hr', 'Chidi Eze': 'hiring-manager' },
    tasks: [['t.chidi', 'call-and-write', 'Chidi Eze']],
  },
  {
    client: 'Shannon Aero',
    people: { 'Joy Adeyemi': 'hr', 'Bill Keane': 'other' },
    tasks: [['t.shannon', 'participate-or-disengage']],
  },
])

export const kolkata = book('r.anirban', 'Anirban Dutta', 'Asia/Kolkata', [
  {
    client: 'Sundarban Textiles',
    people: { 'Ananya Sen': 'hr', 'Rahul Bose': 'hiring-manager' },
    tasks: [['t.ananya', 'call-and-write', 'Ananya Sen']],
    meetings: [['m-sundarban', '2026-10-12T06:00:00Z', '2026-10-12T06:30:00Z', ['Ananya Sen']]],
  },
  {
    client: 'Eastern Bearings',
    people: { 'Meena Iyer': 'hr-director', 'Jo Fernandes': 'hr', 'Li Wei': 'hiring-manager' },
    tasks: [['t.li', 'answer-them', 'Li Wei']],
  },
  {
    client: 'Hooghly Castings',
    people: { 'Rahul Chatterjee': 'hr', 'Zhang Min': 'hiring-manager' },
    tasks: [['t.zhang', 'go-through-the-introducer', 'Zhang Min']],
  },
  {
    client: 'Nimbus Analytics',
    people: { 'Farah Ali': 'hr', 'Vikram Shah': 'hiring-manager' },
    tense: ['Farah Ali'],
    tasks: [['t.vikram', 'ask-the-hiring-manager', 'Vikram Shah']],
  },
  {
    client: 'Darjeeling Foods',
    people: { 'Pia Roy': 'hr', 'Emeka Nwosu': 'other' },
    tasks: [['t.pia', 'own-the-dropped-ball', 'Pia Roy']],
  },
])

export const denver = book('r.tess', 'Tess Calloway', 'America/Denver', [
  {
    client: 'Aspen Ridge Outfitters',
    people: { 'May Thornton': 'hr', 'Drew Castellano': 'hiring-manager' },
    tasks: [['t.may', 'call-and-write', 'May Thornton']],
  },
  {
    client: 'Front Range Robotics',
    people: { 'Yolanda Pruitt': 'hr', 'Rich Abbott': 'hiring-manager' },
    tasks: [['t.front-range-meeting', 'report-the-meeting']],
    meetings: [['m-frontrange', '2026-12-02T16:00:00Z', '2026-12-02T16:30:00Z', ['Rich Abbott']]],
  },
  {
    client: 'Platte Valley Health',
    people: { 'Chinwe Obi': 'hr-director', 'Ed Sorensen': 'hr', 'Xiu Lin': 'hiring-manager' },
    tasks: [['t.ed', 'own-the-dropped-ball', 'Ed Sorensen']],
  },
  {
    client: 'Silverton Mining',
    people: { 'Drew Hallock': 'hr', 'Bo Mercer': 'hiring-manager' },
    tasks: [['t.bo', 'answer-them', 'Bo Mercer']],
  },
  {
    client: 'Mesa Title',
    people: { 'Faith Munro': 'hr', 'Art Vega': 'hiring-manager' },
    tense: ['Faith Munro'],
    tasks: [
      ['t.art', 'ask-the-hiring-manager', 'Art Vega'],
      ['t.faith', 'clear-the-air', 'Faith Munro'],
    ],
  },
])
