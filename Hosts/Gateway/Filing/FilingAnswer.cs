using System.Text.Json;
using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Gateway.Problems;

namespace DichVuCong.Gateway.Filing;

/// <summary>What a filing is answered with: the code and the electronic receipt (A16.1, A16.3).</summary>
internal sealed record FilingAnswer
{
    public required string Code { get; init; }

    public required string SubmissionId { get; init; }

    public required int State { get; init; }

    public required string StateName { get; init; }

    public required string Served { get; init; }

    public required ReceiptView Receipt { get; init; }

    public IReadOnlyList<FieldProblem>? Warnings { get; init; }
}

/// <summary>The electronic receipt.</summary>
internal sealed record ReceiptView
{
    public required string Code { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The competent agency; missing while the coordination desk has to name it.</summary>
    public AgencyView? Agency { get; init; }

    /// <summary>Missing when the procedure publishes no time that can be counted.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>True until the agency has received the dossier, from when the deadline is counted.</summary>
    public required bool Provisional { get; init; }
}

/// <summary>How answers are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FilingAnswer))]
internal sealed partial class ReceiptJson : JsonSerializerContext
{
    private static ReceiptJson? _readable;

    /// <summary>The same, with readable letters.</summary>
    public static ReceiptJson Readable => _readable ??= new(ReadableJson.Of(Default));

    /// <summary>The dossier's code in an answer.</summary>
    public static string? CodeOf(byte[] answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.TryGetProperty("code", out var code) ? code.GetString() : null;
    }
}

/// <summary>Sends the bytes that the door stored: a repetition gets exactly what the first call got.</summary>
internal sealed class StoredAnswer(int status, byte[] body, DossierCode? dossier) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        if (dossier is { } code) response.Headers.Location = $"/v1/dossiers/{code}";
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
