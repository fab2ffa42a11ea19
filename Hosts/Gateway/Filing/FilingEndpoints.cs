using System.Text.Json.Serialization.Metadata;
using DichVuCong.Contracts;
using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Gateway.Filing;

/// <summary>Filing a dossier (A14, A15.1) and completing one: for the portal and the coordination system.</summary>
internal static class FilingEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/v1/dossiers", FileAsync).WithName("FileDossier");
        app.MapPost("/v1/dossiers/{code}/supplements", SupplementAsync).WithName("Supplement");
    }

    private static Task<IResult> FileAsync(HttpRequest request, Callers callers, JsonBody bodies, FilingDesk desk, CancellationToken cancellationToken) =>
        TakeAsync(request, callers, bodies, FilingJson.Default.FilingRequest, filing => filing.SubmissionId, desk.FileAsync, cancellationToken);

    private static async Task<IResult> SupplementAsync(
        string code, HttpRequest request, Callers callers, JsonBody bodies, SupplementDesk desk, CancellationToken cancellationToken)
    {
        if (!DossierCode.TryParse(code, out var dossier)) return Refusals.Malformed("code", "Mã hồ sơ không đúng dạng.");
        return await TakeAsync(
            request, callers, bodies, SupplementJson.Default.SupplementRequest, supplement => supplement.SubmissionId,
            (account, supplement, token) => desk.SupplementAsync(account, dossier, supplement, token), cancellationToken);
    }

    /// <summary>Who calls, what was sent, and under which id of the caller's own: what every filing needs before anything else.</summary>
    private static async Task<IResult> TakeAsync<TRequest>(
        HttpRequest request, Callers callers, JsonBody bodies, JsonTypeInfo<TRequest> type, Func<TRequest, string?> submission,
        Func<Account, TRequest, CancellationToken, Task<IResult>> take, CancellationToken cancellationToken)
        where TRequest : class
    {
        if (callers.Of(request) is not { } account) return Refusals.Unauthorized();
        if (account.Kind is not (AccountKind.Portal or AccountKind.Coordination))
        {
            return Refusals.Forbidden("Chỉ Cổng Dịch vụ công quốc gia và hệ thống điều phối được gửi hồ sơ tại đây.");
        }

        var (body, refusal) = await bodies.ReadAsync(request.HttpContext, type);
        if (body is null) return refusal!;
        if (!SubmissionId.IsValid(submission(body))) return Refusals.Malformed("submissionId", SubmissionId.Rule);
        return await take(account, body, cancellationToken);
    }
}

/// <summary>A caller's own id of a filing.</summary>
internal static class SubmissionId
{
    public const int MaxLength = 100;

    public static string Rule => $"Cần mã của lần gửi: từ 1 đến {MaxLength} ký tự, không có ký tự điều khiển; gửi lại thì giữ nguyên mã.";

    public static bool IsValid(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= MaxLength && !text.Any(char.IsControl) && !text.Any(char.IsSurrogate);
}
