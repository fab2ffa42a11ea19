using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Filing;
using DichVuCong.Registries.Payments.Desk;

namespace DichVuCong.Gateway.Payments.Inquiries;

/// <summary>The agency's part of inquiries (A25.4): it sees the differences in what it collects, and answers.</summary>
internal static class InquiryEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/v1/inquiries", ListAsync).WithName("Inquiries");
        app.MapPost("/v1/inquiries/{difference}/answers", AnswerAsync).WithName("AnswerInquiry");
    }

    private static async Task<IResult> ListAsync(HttpRequest request, Callers callers, AgencyInquiries desk, CancellationToken cancellationToken) =>
        AgencyCallers.Of(callers, request, out var refusal) is { } account ? await desk.ListAsync(account, cancellationToken) : refusal;

    private static async Task<IResult> AnswerAsync(
        string difference, HttpRequest request, Callers callers, JsonBody bodies, AgencyInquiries desk, CancellationToken cancellationToken)
    {
        if (AgencyCallers.Of(callers, request, out var refusal) is not { } account) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, InquiryJson.Default.AnswerRequest);
        // A partner's number in the difference's name may hold a slash, which addresses carry encoded.
        return body is null
            ? unreadable!
            : await desk.AnswerAsync(account, difference.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), body, cancellationToken);
    }
}

/// <summary>What <c>POST /v1/inquiries/{difference}/answers</c> carries.</summary>
internal sealed record AnswerRequest
{
    /// <summary>The caller's own id of the answer; kept when it is sent again.</summary>
    public string? AnswerId { get; init; }

    /// <summary>The answer, without personal data.</summary>
    public string? Text { get; init; }

    /// <summary>The officer's account that answers.</summary>
    public string? AnsweredBy { get; init; }
}

/// <summary>What an answer is answered with.</summary>
internal sealed record AnswerReceipt(string Difference, string AnswerId);

/// <summary>The inquiries, as their agency sees them.</summary>
internal sealed record InquiryList(IReadOnlyList<InquiryView> Inquiries);

/// <summary>One inquiry.</summary>
internal sealed record InquiryView(
    string Difference, DifferenceKind Kind, string Agency, string? Partner, string? Reference, string? TransactionNo, DateOnly Day, Vnd ExpectedVnd,
    Vnd FoundVnd, InquiryState State, bool AgencyAnswered, DateTimeOffset Deadline, bool Overdue)
{
    public static InquiryView Of(InquiryRow row) => new(
        row.Difference, row.Kind, row.Agency?.Value ?? "", row.Partner.Length == 0 ? null : row.Partner, row.Reference?.Value, row.TransactionNo, row.Day,
        row.Expected, row.Found, row.State, row.Answers.HasFlag(InquiryParty.Agency), VietnamTime.Local(row.Deadline), row.IsOverdue);
}

/// <summary>How the calls about inquiries are read and answered.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnswerRequest))]
[JsonSerializable(typeof(AnswerReceipt))]
[JsonSerializable(typeof(InquiryList))]
internal sealed partial class InquiryJson : JsonSerializerContext;
