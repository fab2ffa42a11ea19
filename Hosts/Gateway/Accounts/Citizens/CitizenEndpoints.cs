using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Gateway.Accounts.Contract;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Accounts.Citizens;
using DichVuCong.Saga.Accounts.Citizens;

namespace DichVuCong.Gateway.Accounts.Citizens;

/// <summary>What <c>PUT /v1/citizen-accounts/{id}</c> carries: where notices go. Personal data.</summary>
internal sealed record CitizenBody
{
    /// <summary>Số điện thoại di động; SMS go there.</summary>
    public string? Phone { get; init; }

    /// <summary>Thư điện tử; e-mail goes there.</summary>
    public string? Email { get; init; }

    /// <summary>Họ và tên.</summary>
    public string? FullName { get; init; }

    /// <summary>The last log-in, with an offset; counts for an account that is not known yet.</summary>
    public string? ActiveAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(CitizenBody);
}

/// <summary>What <c>POST /v1/citizen-accounts/{id}/restores</c> carries.</summary>
internal sealed record RestoreBody
{
    /// <summary>The portal's own id of the request; kept when it is sent again.</summary>
    public string? RequestId { get; init; }
}

/// <summary>What a request to restore is answered with.</summary>
/// <param name="RequestId">The portal's own id of it.</param>
/// <param name="AskedAt">Since when its time runs.</param>
/// <param name="Deadline">By when it is answered on the registered channel.</param>
internal sealed record RestoreAnswer(string RequestId, DateTimeOffset AskedAt, DateTimeOffset Deadline);

/// <summary>How citizens' accounts are read and answered.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CitizenBody))]
[JsonSerializable(typeof(RestoreBody))]
[JsonSerializable(typeof(RestoreAnswer))]
internal sealed partial class CitizenBodyJson : JsonSerializerContext;

/// <summary>Citizens' accounts (N), for the portal alone: where notices go, and asking for a locked account.</summary>
internal static class CitizenEndpoints
{
    private const string PortalOnly = "Chỉ Cổng Dịch vụ công quốc gia được gọi địa chỉ này.";
    private const int LongestId = 100;

    /// <summary>The rule of the portal's own ids.</summary>
    public static string IdRule => $"Cần mã của Cổng: 1 đến {LongestId} chữ cái không dấu, chữ số hoặc các dấu . _ : -.";

    public static void Map(WebApplication app)
    {
        app.MapPut("/v1/citizen-accounts/{id}", RegisterAsync).WithName("RegisterCitizen").OfAccounts("Đăng ký kênh nhận thông báo của tài khoản công dân, tổ chức.")
            .Accepts<CitizenBody>("application/json").Produces(StatusCodes.Status204NoContent).Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);
        app.MapPost("/v1/citizen-accounts/{id}/restores", RestoreAsync).WithName("RestoreCitizen")
            .OfAccounts("Yêu cầu khôi phục tài khoản bị khóa; trả lời trong 8 giờ làm việc qua kênh đã đăng ký.").Takes<RestoreBody, RestoreAnswer>(StatusCodes.Status202Accepted);
    }

    /// <summary>Whether a text can be one of the portal's ids.</summary>
    public static bool IsId(string? text) =>
        text is { Length: > 0 and <= LongestId } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or ':' or '-');

    private static async Task<IResult> RegisterAsync(
        string id, HttpRequest request, AccountCallers callers, JsonBody bodies, CitizenStore citizens, TimeProvider time, CancellationToken cancellationToken)
    {
        if (callers.Of(request, PortalOnly, out var refusal, AccountKind.Portal) is null) return refusal;
        if (!IsId(id)) return Refusals.Malformed("id", IdRule);
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, CitizenBodyJson.Default.CitizenBody);
        if (body is null) return unreadable!;
        var faults = new ObligationFaults();
        var contact = new CitizenContact
        {
            Phone = Read<PhoneNumber>(body.Phone, "phone", "Số điện thoại di động không đúng.", faults),
            Email = Read<EmailAddress>(body.Email, "email", "Địa chỉ thư điện tử không đúng.", faults),
            Name = Read<PersonName>(body.FullName, "fullName", "Họ và tên quá dài hoặc có ký tự không hiển thị được.", faults),
        };
        if (contact.Phone is { IsMobile: false }) faults.Add("phone", "account.phone", "Số điện thoại di động không đúng.");
        var now = time.GetUtcNow();
        var activeAt = now;
        if (body.ActiveAt is not null && (!Activity.ActivityEndpoints.TryReadTime(body.ActiveAt, out activeAt) || activeAt > now))
            faults.Add("activeAt", "time.malformed", "Cần thời điểm đã qua, có múi giờ, ví dụ 2026-03-02T08:00:00+07:00.");
        if (contact is { Phone: null, Email: null } && faults.Found.Count == 0) faults.Add("$", "contact.missing", "Cần số điện thoại hoặc thư điện tử.");
        if (faults.Found.Count > 0) return AccountProblems.Faulty(faults.Found);
        await citizens.RegisterAsync(id, contact, activeAt, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> RestoreAsync(
        string id, HttpRequest request, AccountCallers callers, JsonBody bodies, CitizenRestores restores, CitizenRules rules, LiveCatalogue live, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (callers.Of(request, PortalOnly, out var refusal, AccountKind.Portal) is null) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, CitizenBodyJson.Default.RestoreBody);
        if (body is null) return unreadable!;
        if (!IsId(body.RequestId)) return Refusals.Malformed("requestId", IdRule);
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var (asked, isNew) = await restores.AskAsync(id, body.RequestId!, now, live.Current.Calendars.Due(rules.RestoreTerms(now)), cancellationToken);
        if (asked is null) return Refusals.NotFound("Không có tài khoản nào đang bị khóa mang mã này.");
        return Results.Json(
            new RestoreAnswer(asked.Id, VietnamTime.Local(asked.AskedAt), VietnamTime.Local(asked.Deadline)), CitizenBodyJson.Default.RestoreAnswer,
            statusCode: isNew ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
    }

    private static T? Read<T>(string? text, string field, string rule, ObligationFaults faults)
        where T : class, IText<T>
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (T.TryParse(text.Trim(), out var value)) return value;
        faults.Add(field, $"account.{field}", rule);
        return null;
    }
}
