using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Sealing;
using Npgsql;

namespace DichVuCong.Registries.Accounts.Desk;

/// <summary>A proposal of a one-stop system as it stands.</summary>
/// <param name="System">The system.</param>
/// <param name="Id">Its own id of the change.</param>
/// <param name="Kind">What is proposed.</param>
/// <param name="Account">The account.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Groups">The groups; null where none are proposed.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">The officer's account there that proposes it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="At">When it came.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="DecisionReason">Why.</param>
public sealed record ProposalRow(
    string System,
    string Id,
    ProposalKind Kind,
    AccountId Account,
    AgencyCode Agency,
    GroupSet? Groups,
    string Reason,
    string By,
    ProposalState State,
    DateTimeOffset At,
    string? DecidedBy,
    string? DecisionReason);

/// <summary>Finds proposals, and opens what they say of a person.</summary>
public sealed class AccountProposals(NpgsqlDataSource database, Sealer sealer)
{
    private const string Select =
        "select p.system, p.id, p.kind, p.account, p.agency, p.groups, p.reason, p.proposed_by, p.state, p.at, p.decided_by, p.decision_reason from account.proposal p";

    /// <summary>One proposal; null when there is none.</summary>
    public async Task<ProposalRow?> FindAsync(string system, string id, CancellationToken cancellationToken) =>
        await ReadAsync($"{Select} where p.system = $1 and p.id = $2", cancellationToken, system, id) is [var found, ..] ? found : null;

    /// <summary>Open proposals, the oldest first.</summary>
    /// <param name="system">Of one system; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<IReadOnlyList<ProposalRow>> OpenAsync(string? system, int limit, CancellationToken cancellationToken) => system is null
        ? ReadAsync($"{Select} where p.state = 1 order by p.at limit $1", cancellationToken, limit)
        : ReadAsync($"{Select} where p.state = 1 and p.system = $2 order by p.at limit $1", cancellationToken, limit, system);

    /// <summary>What a proposal says of a person; null when it says nothing.</summary>
    public async Task<NewAccountForm?> ProfileAsync(string system, string id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select p.key, p.sealed from account.proposal p where p.system = $1 and p.id = $2 and p.sealed is not null");
        command.Parameters.Add(new() { Value = system });
        command.Parameters.Add(new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        return JsonSerializer.Deserialize(
            sealer.Open(reader.GetInt16(0), reader.GetFieldValue<byte[]>(1), Places.Proposal(system, id)), AccountFormJson.Default.NewAccountForm);
    }

    private async Task<IReadOnlyList<ProposalRow>> ReadAsync(string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new() { Value = parameter });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<ProposalRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new ProposalRow(
                reader.GetString(0), reader.GetString(1), (ProposalKind)reader.GetInt16(2), AccountId.Parse(reader.GetString(3)), AgencyCode.Parse(reader.GetString(4)),
                reader.IsDBNull(5) ? null : GroupSet.Parse(reader.GetString(5)), reader.GetString(6), reader.GetString(7), (ProposalState)reader.GetInt16(8),
                reader.GetFieldValue<DateTimeOffset>(9), reader.IsDBNull(10) ? null : reader.GetString(10), reader.IsDBNull(11) ? null : reader.GetString(11)));
        }

        return rows;
    }
}
