namespace DichVuCong.Identity.Settings;

/// <summary>Prefilled forms: <c>Identity:Prefill</c>.</summary>
public sealed record PrefillSettings
{
    /// <summary>How long an answer of a national database is given again without asking. Default 5 minutes: a form is opened more than once.</summary>
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many answers are kept at once. Default 10,000.</summary>
    public int MostKept { get; init; } = 10_000;

    /// <summary>What is wrong with them, each naming its field; empty when nothing is.</summary>
    public IEnumerable<string> Validate()
    {
        if (KeptFor < TimeSpan.Zero || KeptFor > TimeSpan.FromMinutes(30)) yield return "KeptFor is 0 to 30 minutes.";
        if (MostKept is < 0 or > 1_000_000) yield return "MostKept is 0 to 1000000.";
    }
}
