// read.mjs FILE...: prints what ical.js and node-ical read in each calendar file, as JSON.
import fs from 'node:fs';
import ICAL from 'ical.js';
import ical from 'node-ical';

function readWithIcalJs(text) {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const parts = calendar.getAllSubcomponents().filter(part => ['vevent', 'vtodo'].includes(part.name));
    return parts.map(part => ({
        uid: part.getFirstPropertyValue('uid'),
        start: part.getFirstPropertyValue(part.name === 'vtodo' ? 'due' : 'dtstart').toString(),
        summary: part.getFirstPropertyValue('summary'),
        description: part.getFirstPropertyValue('description'),
        sequence: part.getFirstPropertyValue('sequence'),
        alarms: part.getAllSubcomponents('valarm').length,
    }));
}

function readWithNodeIcal(text) {
    return Object.values(ical.sync.parseICS(text))
        .filter(part => ['VEVENT', 'VTODO'].includes(part.type))
        .map(part => ({
            uid: part.uid,
            summary: part.summary,
            alarms: (part.alarms ?? []).length,
            isDate: (part.type === 'VTODO' ? part.due : part.start).dateOnly === true,
        }));
}

const read = process.argv.slice(2).map(file => {
    const text = fs.readFileSync(file, 'utf8');
    return {file, icaljs: readWithIcalJs(text), nodeical: readWithNodeIcal(text)};
});
console.log(JSON.stringify(read));
