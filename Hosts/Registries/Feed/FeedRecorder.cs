using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Feed;

/// <summary>Writes the events that the portal and the coordination system follow, in the transaction of the decision.</summary>
public sealed class FeedRecorder : IRecorder
{
    /// <summary>The endpoint's name; it subscribes to the events.</summary>
    public const string EndpointName = "portal-feed";

    /// <inheritdoc/>
    public string Endpoint => EndpointName;

    /// <inheritdoc/>
    public void Record(IReadOnlyList<RecordedMessage> messages, NpgsqlBatch batch)
    {
        // The order of the rows is the order of the decisions: ids are drawn as they are inserted.
        batch.Append("insert into dossier.feed (type, code, at, body) select * from unnest($1, $2, $3, $4)")
            .Column(messages, message => MessageNameAttribute.Of(message.Message.GetType()))
            .Column(messages, message => message.Key)
            .Column(messages, message => message.At.UtcDateTime)
            .Column(messages, message => JsonSerializer.SerializeToUtf8Bytes(message.Message, DossierJson.Default.GetTypeInfo(message.Message.GetType())!));
    }
}
