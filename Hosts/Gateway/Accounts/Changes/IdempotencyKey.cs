using Microsoft.OpenApi;

namespace DichVuCong.Gateway.Accounts.Changes;

/// <summary>The caller's own id of a change: the header <c>Idempotency-Key</c>. A repetition with it gets the first answer.</summary>
internal static class IdempotencyKey
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    private const int Longest = 100;

    /// <summary>What it has to be.</summary>
    public static string Rule => $"Cần mã của thay đổi: 1 đến {Longest} ký tự ASCII nhìn thấy được; gửi lại thì giữ nguyên mã.";

    /// <summary>The key; null when there is none that can be one.</summary>
    public static string? Of(HttpRequest request) =>
        request.Headers[Header] is [{ Length: > 0 and <= Longest } key] && key.All(letter => letter is > ' ' and <= '~') ? key : null;

    /// <summary>The header in the contract's document.</summary>
    public static IOpenApiParameter Parameter() => new OpenApiParameter
    {
        Name = Header,
        In = ParameterLocation.Header,
        Required = true,
        Description = Rule,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = Longest },
    };
}
