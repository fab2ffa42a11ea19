namespace DichVuCong.Adapters.Banks.Callbacks;

/// <summary>A partner's own form of reply.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The content type.</param>
/// <param name="Body">The body.</param>
public sealed record CallbackReply(int Status, string ContentType, byte[] Body)
{
    private const string JsonType = "application/json; charset=utf-8";

    internal static CallbackReply Json(int status, byte[] body) => new(status, JsonType, body);
}
