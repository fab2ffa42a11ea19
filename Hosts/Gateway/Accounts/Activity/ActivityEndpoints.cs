using System.Globalization;
using System.Text.Json.Serialization;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Accounts.Citizens;
using DichVuCong.Gateway.Accounts.Contract;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Accounts.Citizens;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Runtime.Doors;
using AccountKind = DichVuCong.Registries.Access.AccountKind;

namespace DichVuCong.Gateway.Accounts.Activity;

/// <summary>What <c>POST /v1/activity</c> carries: last log-ins.</summary>
internal sealed record ActivityBody
{
    /// <summary>The log-ins, at most 10,000.</summary>
    public IReadOnlyList<ActivityLine?>? Activities { get; init; }
}

/// <summary>The last log-in of one account.</summary>
internal sealed record ActivityLine
{
    /// <summary>The officer's account; from the coordination system and one-stop systems.</summary>
    public string? Account { get; init; }

    /// <summary>The portal's id of a citizen's account; from the portal.</summary>
    public string? Citizen { get; init; }

    /// <summary>When, with an offset.</summary>
    public string? At { get; init; }
}

/// <summary>What a batch is answered with.</summary>
/// <param name="Taken">How many were later than what was known.</param>
/// <param name="Known">How many were known already, or superseded by a later one.</param>
/// <param name="Unknown">The places, from 0, of accounts that there are not for this caller.</param>
internal sealed record ActivityAnswer(int Taken, int Known, IReadOnlyList<int> Unknown)
{
    /// <summary>How many citizens' accounts are not registered here; of the portal's batches alone.</summary>
    public int? UnknownCitizens { get; init; }
}

/// <summary>How batches are read and answered.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ActivityBody))]
[JsonSerializable(typeof(ActivityAnswer))]
internal sealed partial class ActivityJson : JsonSerializerContext;

/// <summary>Batches of last log-ins. Only the latest of an account counts; it takes back an announced lock.</summary>
internal static class ActivityEndpoints
{
    private const int MostLines = 10_000;
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    public static void Map(WebApplication app) => app.MapPost("/v1/activity", TakeAsync).WithName("Activity")
        .OfAccounts("Lần đăng nhập gần nhất của các tài khoản; gửi lại không thay đổi gì.").Takes<ActivityBody, ActivityAnswer>(StatusCodes.Status202Accepted);

    private static async Task<IResult> TakeAsync(
        HttpRequest request, AccountCallers callers, JsonBody bodies, AccountActivity activity, CitizenStore citizens, Door door, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var caller = callers.Of(
            request, "Chỉ Cổng, hệ thống điều phối và hệ thống một cửa được báo lần đăng nhập.", out var refusal, AccountKind.Portal, AccountKind.Coordination, AccountKind.OneStop);
        if (caller is null) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, ActivityJson.Default.ActivityBody);
        if (body is null) return unreadable!;
        if (body.Activities is not { Count: > 0 and <= MostLines } lines) return Refusals.Malformed("activities", $"Cần từ 1 đến {MostLines} lần đăng nhập.");
        if (caller.Kind == AccountKind.Portal) return await TakeCitizensAsync(lines, citizens, time.GetUtcNow(), cancellationToken);
        var (read, faults) = Read(lines, time.GetUtcNow());
        if (faults.Count > 0) return AccountProblems.Faulty(faults);
        var known = await activity.FindAsync([.. read.Select(line => line.Account).Distinct()], cancellationToken);
        var unknown = read.Where(line => !known.TryGetValue(line.Account, out var found) || !MaySee(callers, caller, found)).Select(line => line.Index).ToHashSet();
        var latest = read.Where(line => !unknown.Contains(line.Index)).GroupBy(line => line.Account).Select(group => group.MaxBy(line => line.At))
            .Where(line => known[line.Account].ActiveAt is not { } last || line.At > last).ToList();
        if (latest.Count > 0)
        {
            await door.AcceptAsync(
                new DoorCall { Messages = [.. latest.Select(line => NewAccounts.Said(new RecordActivity(line.Account, line.At)))] }, cancellationToken);
        }

        return Results.Json(
            new ActivityAnswer(latest.Count, read.Count - unknown.Count - latest.Count, [.. unknown.Order()]), ActivityJson.Default.ActivityAnswer,
            statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>Citizens' log-ins are the portal's to tell; they take back the notices that were given.</summary>
    private static async Task<IResult> TakeCitizensAsync(IReadOnlyList<ActivityLine?> lines, CitizenStore citizens, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (read, faults) = (new List<CitizenActivity>(lines.Count), new List<FieldProblem>());
        foreach (var (index, line) in lines.Index())
        {
            var isCitizen = CitizenEndpoints.IsId(line?.Citizen);
            if (!isCitizen) faults.Add(new FieldProblem($"activities[{index}].citizen", "citizen.malformed", CitizenEndpoints.IdRule));
            if (TimeOf(line, index, now, faults) is { } at && isCitizen) read.Add(new CitizenActivity(line!.Citizen!, at));
        }

        if (faults.Count > 0) return AccountProblems.Faulty(faults);
        var (taken, known, named) = await citizens.ActivityAsync(read, cancellationToken);
        return Results.Json(
            new ActivityAnswer(taken, known - taken, []) { UnknownCitizens = named - known }, ActivityJson.Default.ActivityAnswer, statusCode: StatusCodes.Status202Accepted);
    }

    private static bool MaySee(AccountCallers callers, Account caller, ActiveAccount found) => found.Agencies.Any(agency => callers.Serves(caller, agency)) || caller.System is null;

    private static (List<(int Index, AccountId Account, DateTimeOffset At)> Lines, List<FieldProblem> Faults) Read(IReadOnlyList<ActivityLine?> lines, DateTimeOffset now)
    {
        var (read, faults) = (new List<(int, AccountId, DateTimeOffset)>(lines.Count), new List<FieldProblem>());
        foreach (var (index, line) in lines.Index())
        {
            var isAccount = AccountId.TryParse(line?.Account, out var account);
            if (!isAccount) faults.Add(new FieldProblem($"activities[{index}].account", "account.account", "Mã tài khoản không đúng."));
            if (TimeOf(line, index, now, faults) is { } at && isAccount) read.Add((index, account, at));
        }

        return (read, faults);
    }

    /// <summary>When it was, in whole seconds; null with the fault.</summary>
    private static DateTimeOffset? TimeOf(ActivityLine? line, int index, DateTimeOffset now, List<FieldProblem> faults)
    {
        if (!TryReadTime(line?.At, out var at)) faults.Add(new FieldProblem($"activities[{index}].at", "time.malformed", "Cần thời điểm có múi giờ, ví dụ 2026-03-02T08:00:00+07:00."));
        else if (at > now + Ahead) faults.Add(new FieldProblem($"activities[{index}].at", "time.ahead", "Thời điểm này chưa tới."));
        else return DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
        return null;
    }

    /// <summary>Reads a time with an offset.</summary>
    public static bool TryReadTime(string? text, out DateTimeOffset at)
    {
        at = default;
        return text is { Length: <= 40 } && text.IndexOf('T', StringComparison.Ordinal) is > 0 and var mark && text.AsSpan(mark).IndexOfAny('Z', '+', '-') > 0
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out at);
    }
}
