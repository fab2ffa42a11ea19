namespace DichVuCong.Adapters.Banks.Statements;

/// <summary>Why a file is not taken.</summary>
public enum RejectionRule
{
    /// <summary>A file of this name was taken before.</summary>
    DuplicateName = 1,

    /// <summary>The file's size is not the one that was announced.</summary>
    Size = 2,

    /// <summary>The bytes are not the text that they should be.</summary>
    Encoding = 3,

    /// <summary>A line does not end as lines of this family do, or the last one does not end at all.</summary>
    LineEnd = 4,

    /// <summary>A line is longer than any line of this family can be.</summary>
    LineLength = 5,

    /// <summary>The line at this place is none that may stand there: a header, detail or trailer is missing or once too often.</summary>
    RecordType = 6,

    /// <summary>A line has too few or too many fields, or a field has another name or width.</summary>
    Fields = 7,

    /// <summary>A field's value cannot be read.</summary>
    Value = 8,

    /// <summary>The currency is not VND.</summary>
    Currency = 9,

    /// <summary>A day is not the one that was expected.</summary>
    Date = 10,

    /// <summary>A checksum is wrong.</summary>
    Checksum = 11,

    /// <summary>The trailer's count is wrong.</summary>
    Count = 12,

    /// <summary>The opening balance and the movements do not make the closing balance, or the parts do not make the whole.</summary>
    Balance = 13,

    /// <summary>The file was another one when it was read for the second time.</summary>
    Changed = 14,
}

/// <summary>Why a file is rejected whole. It never quotes the file: a line may hold what is nobody's business.</summary>
/// <param name="Line">The line, from 1; 0 when it is about the file as such.</param>
/// <param name="Field">The field, in the bank's own words; empty when it is about the line as such.</param>
/// <param name="Rule">Which rule is broken.</param>
/// <param name="Details">What was expected.</param>
public sealed record Rejection(long Line, string Field, RejectionRule Rule, string Details);

/// <summary>A file is rejected.</summary>
public sealed class StatementRejectedException(Rejection rejection)
    : Exception($"Line {rejection.Line} {rejection.Field} ({rejection.Rule}): {rejection.Details}")
{
    internal StatementRejectedException(long line, string field, RejectionRule rule, string details)
        : this(new Rejection(line, field, rule, details))
    {
    }

    /// <summary>Why.</summary>
    public Rejection Rejection { get; } = rejection;
}
