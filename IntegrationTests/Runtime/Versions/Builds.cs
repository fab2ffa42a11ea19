using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DichVuCong.Messaging;

namespace DichVuCong.Runtime.Tests.Versions;

/// <summary>One message and one saga, as two builds after each other know them. The newer one counts in a currency.</summary>
internal static class Builds
{
    public const string Endpoint = "purses";

    /// <summary>The build before: message and state of schema 1.</summary>
    public static Topology Older() => new Topology()
        .Message(new MessageType<Pay>("test.pay.v1", BuildsJson.Default.Pay, message => message.Key))
        .Saga(new SagaDefinition<Purse>(Endpoint, BuildsJson.Default.Purse).StartedBy(new PurseSaga()).Handles<ClockFired>(new PurseSaga()), typeof(Pay));

    /// <summary>This build: it lifts both to schema 2.</summary>
    /// <param name="waits">Whether it writes schema 2 only when every live host understands it.</param>
    public static Topology Newer(bool waits = false)
    {
        var pay = new MessageType<PayIn>("test.pay.v1", BuildsJson.Default.PayIn, message => message.Key, schema: 2)
            .Lift(from: 1, body => With(body, "currency", "vnd"));
        var saga = new SagaDefinition<PurseIn>(Endpoint, BuildsJson.Default.PurseIn, stateSchema: 2)
            .Lift(from: 1, state => new JsonObject { ["sum"] = state["total"]!.DeepClone(), ["currency"] = "vnd" })
            .StartedBy(new PurseInSaga())
            .Handles<ClockFired>(new PurseInSaga());
        if (waits)
        {
            pay.WritesWhenAllUnderstand(body => Without(body, "currency"));
            saga.WritesWhenAllUnderstand(state => new JsonObject { ["total"] = state["sum"]!.DeepClone() });
        }

        return new Topology().Message(pay).Saga(saga, typeof(PayIn));
    }

    private static JsonObject With(JsonObject body, string field, string value)
    {
        body[field] = value;
        return body;
    }

    private static JsonObject Without(JsonObject body, string field)
    {
        body.Remove(field);
        return body;
    }
}

internal sealed record Pay(string Key, int Amount);

internal sealed record Purse(int Total);

internal sealed record PayIn(string Key, int Amount, string Currency);

internal sealed record PurseIn(int Sum, string Currency);

internal sealed class PurseSaga : Saga<Purse>, IStartedBy<Purse, Pay>, IHandle<Purse, ClockFired>
{
    public Decision<Purse> Handle(Purse? state, Pay message, Occasion occasion) => Become(new Purse((state?.Total ?? 0) + message.Amount));

    public Decision<Purse> Handle(Purse state, ClockFired message, Occasion occasion) => Become(state);
}

/// <summary>What is above 100 goes on to another key: a message that a worker writes.</summary>
internal sealed class PurseInSaga : Saga<PurseIn>, IStartedBy<PurseIn, PayIn>, IHandle<PurseIn, ClockFired>
{
    public Decision<PurseIn> Handle(PurseIn? state, PayIn message, Occasion occasion)
    {
        var decision = Become(new PurseIn((state?.Sum ?? 0) + Math.Min(message.Amount, 100), message.Currency));
        return message.Amount > 100 ? decision.Send(new PayIn($"{message.Key}-rest", message.Amount - 100, message.Currency)) : decision;
    }

    public Decision<PurseIn> Handle(PurseIn state, ClockFired message, Occasion occasion) => Become(state with { Sum = state.Sum + 1000 });
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Pay))]
[JsonSerializable(typeof(Purse))]
[JsonSerializable(typeof(PayIn))]
[JsonSerializable(typeof(PurseIn))]
internal sealed partial class BuildsJson : JsonSerializerContext;
