using System.Text.Json;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;

namespace DichVuCong.Adapters.AppNotices;

/// <summary>The app's report of what became of a notice: <c>{reference, state: delivered|failed, reason}</c>.</summary>
public static class AppReport
{
    /// <summary>Reads a report.</summary>
    /// <param name="body">The body.</param>
    /// <param name="field">The field that is wrong, when it cannot be read.</param>
    /// <returns>What the saga is told; null when the report cannot be read.</returns>
    public static DeliveryTold? Read(ReadOnlyMemory<byte> body, out string field)
    {
        field = "body";
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            field = "reference";
            if (!NoticeReference.TryRead(Text(document, "reference"), out var dossier, out var occasion)) return null;
            field = "state";
            return Text(document, "state") switch
            {
                "delivered" => new DeliveryTold(dossier, occasion, NoticeChannels.App, NoticeState.Delivered, Reason: null),
                "failed" => new DeliveryTold(dossier, occasion, NoticeChannels.App, NoticeState.Failed, ReasonOf(Text(document, "reason"))),
                _ => null,
            };
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // Half a surrogate is well-formed JSON, and no text.
            return null;
        }
    }

    /// <summary>Only words of the list are kept: anything else might be about a person.</summary>
    private static string ReasonOf(string? code) =>
        code is not null && AppAnswers.Codes.TryGetValue(code, out var known) ? known.Reason : "the app could not show it";

    private static string? Text(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
