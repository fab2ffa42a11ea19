using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Payments;
using Npgsql;

namespace DichVuCong.Registries.Accounts.Desk;

/// <summary>A request for one of the Department's systems (A10.5).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Target">For which system.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="Agency">The unit.</param>
/// <param name="DocumentNumber">Its document.</param>
/// <param name="ReceivedAt">When it came.</param>
public sealed record RoutedRequest(string Id, AccountTarget Target, AccountRequestKind Kind, AgencyCode Agency, string DocumentNumber, DateTimeOffset ReceivedAt);

/// <summary>Requests as they came: those of the Department's systems until they are handed on, and the account of all others.</summary>
public sealed class RoutedRequests(NpgsqlDataSource database)
{
    /// <summary>What is not handed on yet, the oldest first.</summary>
    public async Task<IReadOnlyList<RoutedRequest>> OpenAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select f.id, f.target, f.kind, f.agency, f.document_number, f.received_at from account.request_form f
            where f.target <> 1 and f.handed_on_at is null order by f.received_at limit $1
            """);
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(
            row => new RoutedRequest(
                row.GetString(0), (AccountTarget)row.GetInt16(1), (AccountRequestKind)row.GetInt16(2), AgencyCode.Parse(row.GetString(3)), row.GetString(4),
                row.GetFieldValue<DateTimeOffset>(5)),
            cancellationToken);
    }

    /// <summary>Notes that a request was handed on to the Department.</summary>
    /// <returns>Whether it was waiting for it.</returns>
    public async Task<bool> HandOnAsync(string id, string document, string by, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update account.request_form set handed_on_at = now(), handed_on_by = $2, handed_on_document = $3 where id = $1 and target <> 1 and handed_on_at is null");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = by });
        command.Parameters.Add(new() { Value = document });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>The account that a request is about; null when there is no such request, or it is the Department's.</summary>
    public async Task<AccountId?> AccountOfAsync(string id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select f.account from account.request_form f where f.id = $1 and f.account is not null");
        command.Parameters.Add(new() { Value = id });
        return await command.ExecuteScalarAsync(cancellationToken) is string account ? AccountId.Parse(account) : null;
    }
}
