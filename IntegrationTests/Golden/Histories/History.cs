using System.Globalization;
using System.Text.Json.Nodes;
using DichVuCong.Golden.Tests.Support;

namespace DichVuCong.Golden.Tests.Histories;

/// <summary>A recorded history: the messages of one saga, each with what it led to.</summary>
internal sealed record History(string Saga, string About, IReadOnlyList<HistoryStep> Steps)
{
    public const string Folder = "histories";

    public static History Of(GoldenFile file)
    {
        var json = file.Json;
        return new History((string)json["saga"]!, (string)json["about"]!, [.. json["steps"]!.AsArray().Select(step => HistoryStep.Of(step!))]);
    }

    /// <summary>The same messages, with what they lead to now.</summary>
    public History Replayed()
    {
        var player = new Player(Saga);
        return this with { Steps = [.. Steps.Select(step => step with { Then = player.Play(step.Now, step.Calendar, step.Message) })] };
    }

    public JsonObject ToJson() => new()
    {
        ["saga"] = Saga,
        ["about"] = About,
        ["steps"] = new JsonArray([.. Steps.Select(step => step.ToJson())]),
    };
}

/// <summary>One message of a history.</summary>
/// <param name="Now">When it was decided on.</param>
/// <param name="Calendar">The version of the calendars it was decided with.</param>
/// <param name="Message">The message.</param>
/// <param name="Then">What it led to.</param>
internal sealed record HistoryStep(DateTimeOffset Now, int Calendar, StoredMessage Message, JsonObject Then)
{
    public string? Edge => (string?)Then["edge"];

    public short StateSchema => (short)Then["schema"]!;

    public byte[] State => System.Text.Encoding.UTF8.GetBytes(Then["state"]!.ToJsonString());

    public IEnumerable<JsonObject> Effects => Then["effects"]!.AsArray().Select(effect => effect!.AsObject());

    public static HistoryStep Of(JsonNode json) => new(
        DateTimeOffset.Parse((string)json["now"]!, CultureInfo.InvariantCulture), (int)json["calendar"]!, StoredMessage.Of(json["message"]!), json["then"]!.AsObject());

    public JsonObject ToJson() => new()
    {
        ["now"] = EffectText.Time(Now),
        ["calendar"] = Calendar,
        ["message"] = Message.ToJson(),
        ["then"] = Then.DeepClone(),
    };
}
