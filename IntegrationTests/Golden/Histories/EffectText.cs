using System.Globalization;
using System.Text.Json.Nodes;
using DichVuCong.Golden.Tests.Support;
using DichVuCong.Messaging;

namespace DichVuCong.Golden.Tests.Histories;

/// <summary>Effects as they are recorded: what, to whom, under which key, with which body.</summary>
internal static class EffectText
{
    /// <summary>The first field of an effect: what kind it is.</summary>
    public static IReadOnlyDictionary<Type, string> Kinds { get; } = new Dictionary<Type, string>
    {
        [typeof(SendEffect)] = "send",
        [typeof(PublishEffect)] = "publish",
        [typeof(ReplyEffect)] = "reply",
        [typeof(SetClockEffect)] = "setClock",
        [typeof(SuspendClockEffect)] = "suspendClock",
        [typeof(CancelClockEffect)] = "cancelClock",
    };

    public static JsonNode Of(Effect effect)
    {
        var kind = Kinds[effect.GetType()];
        return effect switch
        {
            SendEffect send => Message(kind, send.Command, [RecipientOf(send.Command)]),
            PublishEffect publish => Message(kind, publish.Event, SystemTopology.Sagas.SubscribersOf(publish.Event.GetType())),
            ReplyEffect reply => Message(kind, reply.Message, ["the sender"]),
            SetClockEffect set => new JsonObject { [kind] = set.Name, ["due"] = Time(set.Due), ["terms"] = set.Terms is null ? null : Terms(set.Terms) },
            SuspendClockEffect suspend => new JsonObject { [kind] = suspend.Name, ["used"] = suspend.Used },
            CancelClockEffect cancel => new JsonObject { [kind] = cancel.Name },
            _ => throw new InvalidOperationException($"{effect.GetType().Name} is not recorded yet."),
        };
    }

    public static string Time(DateTimeOffset instant) => instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    private static JsonObject Message(string kind, object message, IReadOnlyList<string> to)
    {
        var type = SystemTopology.Sagas.TypeOf(message);
        return new JsonObject
        {
            [kind] = type.Name,
            ["schema"] = type.Schema,
            ["to"] = new JsonArray([.. to.Select(endpoint => (JsonNode)endpoint)]),
            ["key"] = type.KeyOf(message),
            ["body"] = JsonNode.Parse(type.Write(message)),
        };
    }

    /// <summary>The endpoint that owns a command; for a partner's, the line it goes to.</summary>
    private static string RecipientOf(object command)
    {
        var owner = SystemTopology.Sagas.OwnerOf(command.GetType());
        return SystemTopology.Sagas.Partners.TryGetValue(owner, out var partner) ? partner.Steps[command.GetType()].PartnerOf(command) : owner;
    }

    private static JsonObject Terms(ClockTerms terms) => new()
    {
        ["calendar"] = terms.Calendar,
        ["unit"] = terms.Unit.ToString(),
        ["budget"] = terms.Budget,
        ["started"] = Time(terms.Started),
        ["used"] = terms.Used,
    };
}
