using System.Text.Json.Serialization.Metadata;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts.Citizens;
using DichVuCong.Messaging;

namespace DichVuCong.Saga;

/// <summary>The notices of citizens' accounts; the partners that send them are the host's to add.</summary>
public static class CitizenTopology
{
    /// <summary>Adds the messages.</summary>
    public static Topology AddCitizenNotices(this Topology topology)
    {
        ArgumentNullException.ThrowIfNull(topology);
        var json = CitizenJson.Default;
        Add(topology, () => json.NotifyCitizenBySms, message => message.Citizen);
        Add(topology, () => json.NotifyCitizenByEmail, message => message.Citizen);
        return topology;
    }

    private static void Add<TMessage>(Topology topology, Func<JsonTypeInfo<TMessage>> json, Func<TMessage, string> key)
        where TMessage : class =>
        topology.Message(new MessageType<TMessage>(MessageNameAttribute.Of(typeof(TMessage)), json, key));
}
