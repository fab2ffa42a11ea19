using static DichVuCong.Contracts.Catalogue.FindingSeverity;

namespace DichVuCong.Adapters.ProcedureDatabase.Findings;

/// <summary>Everything that can be wrong with a channel's time or fee.</summary>
public static class ChannelFindings
{
    /// <summary>No time is given; there is no term.</summary>
    public static readonly FindingRule TermMissing = new("term-missing", Warning);

    /// <summary>The time is no number, or a negative one; there is no term.</summary>
    public static readonly FindingRule TermUnreadable = new("term-unreadable", Warning);

    /// <summary>The time has no unit; there is no term (decisions, Counting time).</summary>
    public static readonly FindingRule TermWithoutUnit = new("term-without-unit", Warning);

    /// <summary>The unit is none of the four; there is no term.</summary>
    public static readonly FindingRule UnknownUnit = new("unknown-unit", Warning);

    /// <summary>A part of a working day or hour was turned into working minutes.</summary>
    public static readonly FindingRule TermInMinutes = new("term-in-minutes", Info);

    /// <summary>A part of a unit that cannot be divided; there is no term.</summary>
    public static readonly FindingRule TermFraction = new("term-fraction", Warning);

    /// <summary>The time is longer than any procedure's; probably two numbers run together.</summary>
    public static readonly FindingRule TermImplausible = new("term-implausible", Warning);

    /// <summary>The fee is no whole number of dong, or a negative one; it is left out.</summary>
    public static readonly FindingRule FeeUnreadable = new("fee-unreadable", Warning);

    /// <summary>The fee is a thousandth of what its note says; it is kept.</summary>
    public static readonly FindingRule FeeInThousands = new("fee-in-thousands", Warning);

    /// <summary>The fee is below 1,000 dong; it is kept.</summary>
    public static readonly FindingRule FeeImplausible = new("fee-implausible", Warning);

    /// <summary>The online fee is a tenth of the counter's; it is kept.</summary>
    public static readonly FindingRule FeeOnlineTenth = new("fee-online-tenth", Warning);
}
