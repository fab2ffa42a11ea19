using System.Globalization;
using DichVuCong.Sandbox.State;

namespace DichVuCong.Sandbox.Ledger;

/// <summary>One text to one recipient: how often it was taken. Neither the recipient nor the text is kept, but hashes and a masked form.</summary>
internal sealed class Notice(NoticeChannel channel, string recipient, string? dossier, string textHash, long sequence)
{
    /// <summary>How it came.</summary>
    public NoticeChannel Channel { get; } = channel;

    /// <summary>The recipient, masked.</summary>
    public string Recipient { get; } = recipient;

    /// <summary>The dossier's code found in the text; null when there is none.</summary>
    public string? Dossier { get; } = dossier;

    /// <summary>16 hexadecimal digits of the text's SHA-256.</summary>
    public string TextHash { get; } = textHash;

    /// <summary>Its place in the ledger.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>How often it was taken; more than once, the recipient got it more than once.</summary>
    public int Taken { get; set; }

    /// <summary>How often it was refused as a duplicate.</summary>
    public int DuplicatesRefused { get; set; }

    /// <summary>When it was taken last, whoever took it.</summary>
    public DateTimeOffset LastTakenAt { get; set; }

    /// <summary>When each provider took it last: a provider knows only what it took itself.</summary>
    public Dictionary<string, DateTimeOffset> LastTakenBy { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What it has come to.</summary>
    public NoticeState StateOf(UInt128 key) => new(key.ToString("x32", CultureInfo.InvariantCulture), Channel, Recipient, Dossier, TextHash)
    {
        Taken = Taken,
        DuplicatesRefused = DuplicatesRefused,
        LastTakenAt = LastTakenAt,
        LastTakenBy = LastTakenBy.Count == 0 ? null : new Dictionary<string, DateTimeOffset>(LastTakenBy, StringComparer.Ordinal),
    };
}

/// <summary>The channels of notices.</summary>
internal enum NoticeChannel : byte
{
    Sms,
    Email,
    App,
}
