namespace DichVuCong.Contracts.Catalogue;

/// <summary>The days on which something holds, both ends included.</summary>
/// <param name="From">The first day; null when it is not known or was always so.</param>
/// <param name="To">The last day; null while no end is known.</param>
public readonly record struct Validity(DateOnly? From, DateOnly? To)
{
    /// <summary>Always.</summary>
    public static Validity Always { get; }

    /// <summary>Whether a day is one of them.</summary>
    public bool Includes(DateOnly day) => !IsBeforeStart(day) && !IsOver(day);

    /// <summary>Whether a day lies before the first.</summary>
    public bool IsBeforeStart(DateOnly day) => From > day;

    /// <summary>Whether a day lies after the last.</summary>
    public bool IsOver(DateOnly day) => To < day;

    /// <inheritdoc/>
    public override string ToString() => $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}";
}
