using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Accounts;

/// <summary>
/// Writes the events of accounts, in the transaction of the decision. A feed of their own: an agency's system follows those of its own agencies
/// alone, and an event that concerns several agencies is a row for each, so that each has it once and in order.
/// </summary>
public sealed class AccountFeedRecorder : IRecorder
{
    /// <summary>The endpoint's name; it subscribes to the events.</summary>
    public const string EndpointName = "account-feed";

    private const string Insert =
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
        var rows = messages.SelectMany(message => AgenciesOf(message.Message).Select(agency => (Message: message, Agency: agency))).ToList();
        if (rows.Count == 0) return;
        batch.Append(Insert)
            .Column(rows, row => MessageNameAttribute.Of(row.Message.Message.GetType()))
            .Column(rows, row => row.Message.Key)
            .Column(rows, row => row.Agency?.Value)
            .Column(rows, row => row.Message.At.UtcDateTime)
            .Column(rows, row => JsonSerializer.SerializeToUtf8Bytes(row.Message.Message, AccountJson.Default.GetTypeInfo(row.Message.Message.GetType())!));
    }

    // What was not done, and what a system refused, is the operators'.
    private static IEnumerable<AgencyCode?> AgenciesOf(object message) => message switch
    {
        AccountStateChanged changed => OrNobody(changed.Agencies),
        AccountGroupsChanged changed => [changed.Agency],
        AccountRequestAnswered answered => [answered.Agency],
        AccountRequestOverdue overdue => [overdue.Agency],
        AccountLockAnnounced announced => OrNobody(announced.Agencies),
        SuspensionReportOverdue overdue => OrNobody(overdue.Agencies),
        ReviewReminded reminded => [reminded.Agency],
        ReviewNotTaken refused => [refused.Agency],
        _ => [null],
    };

    private static IEnumerable<AgencyCode?> OrNobody(IReadOnlyList<AgencyCode> agencies) => agencies.Count == 0 ? [null] : agencies.Select(agency => (AgencyCode?)agency);
}
