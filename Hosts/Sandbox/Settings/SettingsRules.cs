using DichVuCong.Sandbox.Agencies.Journeys;
using DichVuCong.Sandbox.Banks.Books;

namespace DichVuCong.Sandbox.Settings;

/// <summary>The rules of a change, each naming its field.</summary>
internal static class SettingsRules
{
    private static readonly (Func<SettingsChange, bool> Broken, string Error)[] Rules =
    [
        (change => change.Speed is { } speed && !Speeds.Named.ContainsKey(speed), "speed must be demo or load."),
        (change => change is { Speed: not null, StepMilliseconds: not null }, "speed and stepMilliseconds exclude each other."),
        (change => change.StepMilliseconds is { } step && !(step.Count == 2 && step[0] >= 0 && step[0] <= step[1] && step[1] <= 3_600_000),
            "stepMilliseconds must be two numbers, the least and the most, from 0 to 3600000."),
        (change => IsOutside(change.CounterDossiersPerSecond, 0, 10_000), "counterDossiersPerSecond must be from 0 to 10000."),
        (change => IsOutside(change.FileCheckShare, 0, 1), "fileCheckShare must be from 0 to 1."),
        (change => change.Journeys?.Keys.Any(name => !JourneyTable.DefaultWeights.ContainsKey(name)) == true,
            $"journeys must name journeys of {string.Join(", ", JourneyTable.DefaultWeights.Keys)}."),
        (change => change.Journeys?.Values.Any(weight => weight is < 0 or > 1_000_000) == true, "journeys must have weights from 0 to 1000000."),
        (change => change.Journeys is { } weights && weights.Values.All(weight => weight == 0), "journeys must have at least one weight above 0."),
        (change => IsOutside(change.MaxDossiers, 100, 10_000_000), "maxDossiers must be from 100 to 10000000."),
        (change => IsOutside(change.MaxNotices, 100, 20_000_000), "maxNotices must be from 100 to 20000000."),
        (change => IsOutside(change.SmsDuplicateWindowSeconds, 0, 30 * 86_400), "smsDuplicateWindowSeconds must be from 0 to 2592000."),
        (change => IsOutside(change.SessionSeconds, 1, 86_400), "sessionSeconds must be from 1 to 86400."),
        (change => IsOutside(change.CallTimeoutSeconds, 1, 600), "callTimeoutSeconds must be from 1 to 600."),
        (change => IsOutside(change.CallsAtOncePerSystem, 1, 64), "callsAtOncePerSystem must be from 1 to 64."),
        (change => IsOutside(change.FirstRetryMilliseconds, 1, 60_000), "firstRetryMilliseconds must be from 1 to 60000."),
        (change => change.Payers?.Keys.Any(name => !PayerChoices.DefaultWeights.ContainsKey(name)) == true,
            $"payers must name choices of {string.Join(", ", PayerChoices.DefaultWeights.Keys)}."),
        (change => change.Payers?.Values.Any(weight => weight is < 0 or > 1_000_000) == true, "payers must have weights from 0 to 1000000."),
        (change => change.Payers is { } weights && weights.Values.All(weight => weight == 0), "payers must have at least one weight above 0."),
        (change => IsOutside(change.BankTimeScale, 0, 10), "bankTimeScale must be from 0 to 10."),
        (change => IsOutside(change.MaxPayments, 100, 10_000_000), "maxPayments must be from 100 to 10000000."),
    ];

    /// <summary>What is wrong with a change; empty when nothing is.</summary>
    public static IReadOnlyList<string> Check(SettingsChange change) => [.. Rules.Where(rule => rule.Broken(change)).Select(rule => rule.Error)];

    private static bool IsOutside(double? value, double least, double most) => value is { } given && !(given >= least && given <= most);
}
