using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Accounts.Scopes;

/// <summary>Writes scopes, their conflicts, comparisons and the events of all three, each in the transaction of its cause.</summary>
public sealed class ScopeRecorder : IRecorder
{
    /// <summary>The endpoint's name; the topology's sagas send to it, and it subscribes to their events.</summary>
    public const string EndpointName = "scope-registry";

    private const string InsertEvents =
        """
        insert into account.feed (type, key, agency, at, body)
        select u.type, u.key, u.agency, u.at, u.body from unnest($1, $2, $3, $4, $5) with ordinality u(type, key, agency, at, body, n)
        order by u.n
        """;

    /// <inheritdoc/>
    public string Endpoint => EndpointName;

    /// <inheritdoc/>
    public void Record(IReadOnlyList<RecordedMessage> messages, NpgsqlBatch batch)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(batch);
        ScopeWrites.Scopes(batch, PaymentRecorder.Of<UpdateScopeRow>(messages));
        ScopeWrites.Conflicts(batch, PaymentRecorder.Of<ScopeConflictFound>(messages));
        ScopeWrites.Comparisons(batch, PaymentRecorder.Of<UpdateComparisonRow>(messages));
        Events(batch, [.. messages.Where(message => message.Message is not UpdateScopeRow and not UpdateComparisonRow)]);
    }

    private static void Events(NpgsqlBatch batch, List<RecordedMessage> rows)
    {
        if (rows.Count == 0) return;
        batch.Append(InsertEvents)
            .Column(rows, row => MessageNameAttribute.Of(row.Message.GetType()))
            .Column(rows, row => row.Key)
            .Column(rows, row => AgencyOf(row.Message)?.Value)
            .Column(rows, row => row.At.UtcDateTime)
            .Column(rows, row => JsonSerializer.SerializeToUtf8Bytes(row.Message, ScopeMessageJson.Default.GetTypeInfo(row.Message.GetType())!));
    }

    // A scope is shared with a system, not with one of its agencies: the system pulls it with its scopes.
    private static AgencyCode? AgencyOf(object message) => message switch
    {
        DriftFound drift => drift.Agency,
        StrayOfficerFound stray => stray.Agency,
        _ => null,
    };
}
