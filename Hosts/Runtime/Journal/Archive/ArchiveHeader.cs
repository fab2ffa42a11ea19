using System.Text.Json.Serialization;

namespace DichVuCong.Runtime.Journal.Archive;

/// <summary>
/// The first line of an archived month: everything that is needed to read the others without us. The file is text in gzip, one JSON value a
/// line; each lane is a gzip member of its own, so that one can be read alone.
/// </summary>
internal sealed record ArchiveHeader
{
    /// <summary>The name of the format.</summary>
    public const string Name = "dichvucong.journal";

    /// <summary>The format that this build writes.</summary>
    public const short Current = 2;

    /// <summary>What a line of the file is.</summary>
    private const string LineText =
        "One line for each batch of decisions, sorted by lane and batch. lane: 0 to 63, or minus a line's number for the outcomes of calls to a partner. "
        + "at: UTC. rows: how many rows the batch had when it was written. hash: the link of the lane's chain, null where there was none. "
        + "entries: the rows, with the columns named here (took: milliseconds of a partner's call; no hash covers it); a last value after them is the row's own time where it is not the batch's.";

    /// <summary>How the chain is made.</summary>
    private const string HashText =
        "hash = SHA-256(hash of the batch before, then for each row, sorted by (saga, n, message as text): "
        + "at in microseconds since 0001-01-01 (8 bytes), saga (8), n (4), lane (2), type (2), outcome (2), edge or -1 (4), calendar or -1 (4), message (16), "
        + "cause or zeros (16), batch (8)), numbers big-endian. Before the first batch stands SHA-256 of 'lane N', or of 'line N' for lane -N.";

    /// <summary>Always <see cref="Name"/>.</summary>
    public string Format { get; init; } = Name;

    /// <summary>The version of the format.</summary>
    public short Version { get; init; } = Current;

    /// <summary>The month's first day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>When the month begins, in Asia/Ho_Chi_Minh.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>When it is over.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>What a line is.</summary>
    public string Lines { get; init; } = LineText;

    /// <summary>The columns of <c>entries</c>.</summary>
    public IReadOnlyList<string> Columns { get; init; } = ["saga", "n", "type", "outcome", "edge", "calendar", "message", "cause", "took"];

    /// <summary>How the chain is made.</summary>
    public string Hash { get; init; } = HashText;

    /// <summary>The names of outcomes, by number.</summary>
    public IReadOnlyDictionary<string, string> Outcomes { get; init; } =
        Enum.GetValues<JournalOutcome>().ToDictionary(outcome => $"{(short)outcome}", outcome => outcome.ToString(), StringComparer.Ordinal);

    /// <summary>The names of types, edges, endpoints and clocks, by number.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>The partners of lines, by number.</summary>
    public required IReadOnlyDictionary<string, string> Partners { get; init; }
}

/// <summary>How the header is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ArchiveHeader))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
