using System.Text.Json.Serialization.Metadata;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Accounts.Changes;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;

namespace DichVuCong.Gateway.Accounts;

/// <summary>What every change needs before anything else: who calls, which account, under which id, and what was sent.</summary>
internal sealed class AccountCalls(AccountCallers callers, JsonBody bodies)
{
    /// <summary>A change by the coordination system of the account in the address.</summary>
    public async Task<IResult> ChangeAsync<TBody>(HttpRequest request, string id, JsonTypeInfo<TBody> type, Func<Account, string, AccountId, TBody, Task<IResult>> take)
        where TBody : class
    {
        if (!AccountId.TryParse(id, out var account)) return AccountProblems.NotThere();
        return await CreateAsync(request, type, (caller, key, body) => take(caller, key, account, body));
    }

    /// <summary>A change by the coordination system.</summary>
    public async Task<IResult> CreateAsync<TBody>(HttpRequest request, JsonTypeInfo<TBody> type, Func<Account, string, TBody, Task<IResult>> take)
        where TBody : class
    {
        if (callers.Coordination(request, out var refusal) is not { } caller) return refusal;
        if (IdempotencyKey.Of(request) is not { } key) return Refusals.Malformed(IdempotencyKey.Header, IdempotencyKey.Rule);
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, type);
        return body is null ? unreadable! : await take(caller, key, body);
    }
}
