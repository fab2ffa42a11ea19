using System.Text.Json;
using DichVuCong.Faults.Check;
using DichVuCong.Faults.Load;

namespace DichVuCong.Faults.Tests.Check;

/// <summary>Made-up records of one dossier that went its usual way; tests spoil one thing of it.</summary>
internal static class MadeUp
{
    public const string Code = "H29.101-261122-5000001";
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    /// <summary>Nothing is wrong with it.</summary>
    public static Evidence Whole => new()
    {
        Calls = [Call(CallPurpose.File, 201), Call(CallPurpose.Repeat, 200), Call(CallPurpose.Change, 409), Call(CallPurpose.Supplement, 201)],
        Feed = Feed,
        Followed = Feed,
        Systems = [AtAgency],
        Notices = [.. new[] { "sms", "email" }.SelectMany(channel => new[] { "receipt", "nine", "ten" }.Select(text => new NoticeTaken(channel, Code, text, 1)))],
        Shown = new Dictionary<string, ShownDossier>(StringComparer.Ordinal) { [Code] = new(10, IsFinal: true) },
    };

    public static DossierAtSystem AtAgency => new(
        Code, "H29", IsCounter: false, Copies: 1, Updates: 1, UpdatesTooEarly: 0, Overlaps: 0, StepsTaken: 4, RowsAcknowledged: 4, AcknowledgedState: 10,
        IsFinished: true, GivenUp: null);

    public static IReadOnlyList<FeedEvent> Feed => [Receipt(1), Change(0, 1), Change(1, 2), Receipt(2), Change(2, 4), Change(4, 9), Change(9, 10)];

    public static CallRecord Call(CallPurpose purpose, int status, string code = Code, string body = "{}")
    {
        var call = new CallRecord(1, purpose, purpose == CallPurpose.Supplement ? "run-1-s" : "run-1", ["sms", "email"]) { Status = status, Code = code, Body = body };
        call.Attempts.Add(new Attempt(Start, TimeSpan.FromMilliseconds(20), "201"));
        return call;
    }

    public static FeedEvent Change(int from, int state) => Event(
        "dossiers.dossier-state-changed.v1", $"c{from}-{state}",
        $$"""{"from":{{from}},"state":{{state}},"since":"2026-11-22T05:0{{Math.Min(state, 9)}}:00+00:00","final":{{(state is 3 or 7 or 8 or 10 ? "true" : "false")}}}""");

    public static FeedEvent Receipt(int version) => Event("dossiers.receipt-issued.v1", $"r{version}", $$"""{"version":{{version}}}""");

    private static FeedEvent Event(string type, string cursor, string data) => new(cursor, type, Code, JsonDocument.Parse(data).RootElement, Start);
}
