namespace DichVuCong.Faults.Plan;

/// <summary>A fault at its place in the plan.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">Which.</param>
/// <param name="Target">What it happens to.</param>
/// <param name="At">When it begins, counted from the beginning of the run.</param>
/// <param name="For">How long it lasts.</param>
/// <param name="Chance">A number that decides the details: which sessions, how far a clock jumps.</param>
/// <param name="Misdeed">For a partner: how it misbehaves.</param>
internal sealed record PlannedFault(int Number, FaultKind Kind, string Target, TimeSpan At, TimeSpan For, int Chance, PartnerMisdeed? Misdeed)
{
    /// <summary>When it ends.</summary>
    public TimeSpan End => At + For;

    /// <summary>One line for people.</summary>
    public override string ToString() =>
        $"#{Number} {Kind.Name}: {(Misdeed is { } deed ? $"{deed.Party} {deed.Mode}" : Target)}, {For.TotalSeconds:0.0} s";
}
