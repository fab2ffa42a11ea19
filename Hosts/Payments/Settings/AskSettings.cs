using DichVuCong.Saga.Payments;

namespace DichVuCong.Payments.Settings;

/// <summary>When a partner is asked that has not called (<c>Payments:{partner}:Asks</c>); all three parts, or none for the rule of the house.</summary>
public sealed record AskSettings
{
    /// <summary>The first moments after the payment was started, rising. Required.</summary>
    public IReadOnlyList<TimeSpan> First { get; init; } = [];

    /// <summary>The distance between the moments after those. Required.</summary>
    public TimeSpan Every { get; init; }

    /// <summary>After this time it is asked no more. Required.</summary>
    public TimeSpan Until { get; init; }

    /// <summary>The schedule.</summary>
    public AskSchedule ToSchedule() => new(First, Every, Until);

    /// <summary>What is wrong with it, each naming its field; empty when nothing is.</summary>
    public IEnumerable<string> Validate()
    {
        if (First.Any(moment => moment <= TimeSpan.Zero) || First.Zip(First.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            yield return "Asks:First must rise, and begin after nothing.";
        }

        if (Every <= TimeSpan.Zero) yield return "Asks:Every must be longer than nothing.";
        if (Until <= TimeSpan.Zero) yield return "Asks:Until must be longer than nothing.";
    }
}
