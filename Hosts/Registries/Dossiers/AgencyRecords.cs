using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Registries.Dossiers;

/// <summary>Keeps a dossier as its agency sent it last, sealed, in place of what it sent before.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="System">The system that sent it.</param>
/// <param name="Generation">The contract in whose names it is written.</param>
/// <param name="Content">SHA-256 of its canonical form.</param>
/// <param name="Json">The object with all its fields, as UTF-8 JSON.</param>
public sealed record KeepAgencyRecord(DossierCode Dossier, string System, WireGeneration Generation, byte[] Content, ReadOnlyMemory<byte> Json);

/// <summary>Notes that an agency names a code of our own range that no dossier has: one that was given out before a restore, and lost with it.</summary>
/// <param name="Dossier">The code.</param>
/// <param name="System">The system that named it.</param>
/// <param name="Born">Whether the dossier is known from now on, as one that the agency received itself.</param>
public sealed record NoteStray(DossierCode Dossier, string System, bool Born);

/// <summary>Notes for the operators that somebody pushed a dossier under a code that belongs to another.</summary>
/// <param name="Entrance">The kind of call (an entrance of the topology).</param>
/// <param name="Dossier">The code.</param>
/// <param name="Content">SHA-256 of what was pushed.</param>
/// <param name="Detail">What happened, without personal data.</param>
public sealed record NoteConflict(string Entrance, DossierCode Dossier, byte[] Content, string Detail);
