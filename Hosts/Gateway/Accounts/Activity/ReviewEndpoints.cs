using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Accounts.Changes;
using DichVuCong.Gateway.Accounts.Contract;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Payments;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;

namespace DichVuCong.Gateway.Accounts.Activity;

/// <summary>What <c>POST /v1/account-reviews</c> carries: an agency's signed result (A11.4).</summary>
internal sealed record ReviewBody
{
    /// <summary>The agency.</summary>
    public string? Agency { get; init; }

    /// <summary>The day of the review, yyyy-MM-dd.</summary>
    public string? ReviewedOn { get; init; }

    /// <summary>How many accounts stay as they are.</summary>
    public int? Kept { get; init; }

    /// <summary>How many are changed, locked or withdrawn.</summary>
    public int? Changed { get; init; }

    /// <summary>The account of the person who gives it.</summary>
    public string? By { get; init; }

    /// <summary>The number of the signed result.</summary>
    public string? Number { get; init; }

    /// <summary>Its date, yyyy-MM-dd.</summary>
    public string? Date { get; init; }

    /// <summary>The key under which its file is kept.</summary>
    public string? File { get; init; }
}

/// <summary>What a review is answered with.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="ReviewedOn">The day of the review.</param>
/// <param name="ReceivedAt">Since when it is durable.</param>
internal sealed record ReviewAnswer(string Agency, DateOnly ReviewedOn, DateTimeOffset ReceivedAt);

/// <summary>How reviews are read and answered.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReviewBody))]
[JsonSerializable(typeof(ReviewAnswer))]
internal sealed partial class ReviewJson : JsonSerializerContext;

/// <summary>Agencies' six-monthly reviews of their accounts (A11.4): each signed result starts the time to the next.</summary>
internal static class ReviewEndpoints
{
    private const int MostAccounts = 10_000_000;

    public static void Map(WebApplication app) => app.MapPost("/v1/account-reviews", TakeAsync).WithName("KeepReview")
        .OfAccounts("Kết quả rà soát tài khoản của đơn vị, có ký (Điều 11.4).").Takes<ReviewBody, ReviewAnswer>(StatusCodes.Status202Accepted);

    private static async Task<IResult> TakeAsync(
        HttpRequest request, AccountCallers callers, JsonBody bodies, UnitReader units, ChangeDoor door, TimeProvider time, CancellationToken cancellationToken)
    {
        if (callers.Sides(request, out var refusal) is not { } caller) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, ReviewJson.Default.ReviewBody);
        if (body is null) return unreadable!;
        var (faults, today) = (new ObligationFaults(), VietnamTime.DayOf(time.GetUtcNow()));
        var (unit, wrong) = await units.FindAsync(caller, body.Agency, "agency", cancellationToken);
        if (wrong is not null) faults.Add(wrong.Field, wrong.Code, wrong.Message);
        var on = FieldRules.PastDay(body.ReviewedOn, "reviewedOn", today, faults);
        if (body.Kept is not (>= 0 and <= MostAccounts)) faults.Add("kept", "count.malformed", "Cần số tài khoản giữ nguyên, từ 0.");
        if (body.Changed is not (>= 0 and <= MostAccounts)) faults.Add("changed", "count.malformed", "Cần số tài khoản thay đổi, từ 0.");
        var by = AccountFields.By(body.By, faults);
        var document = AccountFields.Document(body.Number, body.Date, body.File, today, faults);
        if (faults.Found.Count > 0) return AccountProblems.Faulty(faults.Found);
        var identity = new CallIdentity(
            AccountEndpoints.Changes, SHA256.HashData(Encoding.UTF8.GetBytes($"review\n{unit!.Agency}\n{on:yyyy-MM-dd}")),
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, ReviewJson.Default.ReviewBody)));
        return await door.AcceptAsync(
            identity, JsonSerializer.SerializeToUtf8Bytes(new ReviewAnswer(unit.Agency.Value, on!.Value, VietnamTime.Local(door.Now)), ReviewJson.Default.ReviewAnswer), [],
            [
                NewAccounts.Said(new WatchAgency(unit.Agency)),
                NewAccounts.Said(new KeepReview(unit.Agency, on.Value, body.Kept!.Value, body.Changed!.Value, by!, document!)),
            ],
            StatusCodes.Status202Accepted, "reviewedOn", location: null, cancellationToken);
    }
}
