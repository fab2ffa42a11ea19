namespace DichVuCong.Adapters.Banks.Statements.Text;

/// <summary>A day or time, in one or more fields that are read as one text.</summary>
/// <param name="Fields">The fields, in order.</param>
/// <param name="Formats">The forms in which it may stand; the first is the one we write. Without a year it is the last such day up to the file's.</param>
public sealed record MomentLayout(IReadOnlyList<string> Fields, IReadOnlyList<string> Formats);

/// <summary>What a code of the bank means.</summary>
/// <param name="Code">The code.</param>
/// <param name="Kind">What the line tells of.</param>
/// <param name="Direction">Which way the money went.</param>
public sealed record KindCode(string Code, StatementKind Kind, StatementDirection Direction);

/// <summary>Which field of a detail line means what.</summary>
public sealed record LineMapping
{
    /// <summary>The amount.</summary>
    public required string Amount { get; init; }

    /// <summary>How many of its units make one đồng.</summary>
    public int UnitsPerDong { get; init; } = 1;

    /// <summary>The currency.</summary>
    public string? Currency { get; init; }

    /// <summary>How VND is written; the first is what we write.</summary>
    public IReadOnlyList<string> CurrencyCodes { get; init; } = ["VND", "704"];

    /// <summary>The bank's reference.</summary>
    public required string PartnerReference { get; init; }

    /// <summary>Our reference.</summary>
    public string? OurReference { get; init; }

    /// <summary>The beneficiary's account.</summary>
    public required string Account { get; init; }

    /// <summary>The bank's status code.</summary>
    public string? Status { get; init; }

    /// <summary>When it happened.</summary>
    public required MomentLayout Time { get; init; }

    /// <summary>The bank's day; the file's when there is none.</summary>
    public MomentLayout? BankDate { get; init; }

    /// <summary>
    /// From how many days before the file's a line may be, there from the cut-off on: what came after it belongs to the next day's file. Lines that
    /// name only days are of the file's.
    /// </summary>
    public int DaysBefore { get; init; } = 1;

    /// <summary>What tells the kinds apart.</summary>
    public string? Kind { get; init; }

    /// <summary>The kinds; the first is meant when the file does not tell them apart.</summary>
    public IReadOnlyList<KindCode> Kinds { get; init; } = [new("", StatementKind.Payment, StatementDirection.Credit)];

    /// <summary>The numbers that must stand without zeros before them: where values are joined without a separator, a zero could move from one to the next.</summary>
    public IReadOnlyList<string> PlainNumbers { get; init; } = [];

    /// <summary>Where the code of the reconciliation's result stands in the answer.</summary>
    public string? Result { get; init; }
}

/// <summary>Which field of a header or trailer means what; those that are null are not there.</summary>
public sealed record FrameMapping
{
    /// <summary>The bank's day, in a header.</summary>
    public MomentLayout? Day { get; init; }

    /// <summary>The number of detail lines, in a trailer.</summary>
    public string? Count { get; init; }

    /// <summary>Who made the file.</summary>
    public string? Creator { get; init; }

    /// <summary>When the file was made.</summary>
    public MomentLayout? Made { get; init; }
}

/// <summary>A family of text files, wholly described by data: a bank with other columns or widths needs another layout, not another reader.</summary>
public sealed record TextLayout
{
    /// <summary>The family's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the form is inferred and not documented: the partner must confirm it before it is used.</summary>
    public bool IsInferred { get; init; }

    /// <summary>The first line; null when there is none.</summary>
    public RecordLayout? Header { get; init; }

    /// <summary>Whether the first line names the columns of the detail lines.</summary>
    public bool HasColumnNames { get; init; }

    /// <summary>The lines between.</summary>
    public required RecordLayout Detail { get; init; }

    /// <summary>The last line; null when there is none.</summary>
    public RecordLayout? Trailer { get; init; }

    /// <summary>What the detail lines' fields mean.</summary>
    public required LineMapping Line { get; init; }

    /// <summary>What the header's and the trailer's fields mean.</summary>
    public FrameMapping Frame { get; init; } = new();

    /// <summary>How a line ends.</summary>
    public string LineEnd { get; init; } = "\n";

    /// <summary>The longest line in bytes.</summary>
    public int MaximumLineBytes { get; init; } = 8192;

    /// <summary>Whether the whole text is written as Base64.</summary>
    public bool IsBase64 { get; init; }

    /// <summary>The form in which the file's name holds the bank's day; null when it does not.</summary>
    public string? DayInName { get; init; }

    /// <summary>The layout in which we answer; null when it is this one.</summary>
    public TextLayout? Answer { get; init; }
}
