using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Support;

namespace DichVuCong.Gateway.Tests.OneStop.Support;

/// <summary>The accounts of agencies, and what became of the fees that their systems listed. Codes in the questions are the tests' own.</summary>
internal static class FeeDesk
{
    public const string Account = "3941000001";

    /// <summary>The same for all statements of a run: one that comes again must be the same to the letter.</summary>
    private static readonly string Expiry = DateTimeOffset.UtcNow.AddDays(3).ToString("o", CultureInfo.InvariantCulture);

    /// <summary>Registers an account that counts today.</summary>
    public static Task RegisterAccountAsync(this GatewayFixture gateway, string agency, string number = Account) =>
        gateway.Database.ScalarAsync<long>(
            $"""
            with added as (
              insert into payment.agency_account (agency, bank, number, holder, treasury, valid_from, imported_by)
              values ('{agency}', '970436', '{number}', 'KBNN mau', true, '2020-01-01', 'test') returning 1)
            select count(*) from added
            """);

    /// <summary>How many obligations a dossier has.</summary>
    public static Task<long> ObligationsAsync(this GatewayFixture gateway, string maHoSo) =>
        gateway.Database.ScalarAsync<long>($"select count(*) from payment.obligation where dossier = '{maHoSo}'");

    /// <summary>The orders of a dossier with their lines, as the registry has them: <c>agency account amount: kind code amount, …</c></summary>
    public static Task<string> OrdersAsync(this GatewayFixture gateway, string maHoSo) => gateway.Database.ScalarAsync<string>(
        $"""
        select coalesce(string_agg(o.agency || ' ' || o.account_number || ' ' || o.amount || ': ' || l.lines, '; ' order by o.reference), '')
        from payment.payment_order o
        join payment.obligation b on b.id = o.obligation
        join lateral (select string_agg(l.kind || ' ' || l.code || ' ' || l.amount, ', ' order by l.line) lines
                      from payment.obligation_line l where l.reference = o.reference) l on true
        where b.dossier = '{maHoSo}'
        """);

    /// <summary>How many messages wait that open the orders of what a dossier's fees state.</summary>
    public static Task<long> StatementsAsync(this GatewayFixture gateway, string system, string maHoSo) => gateway.Database.ScalarAsync<long>(
        $"""
        select count(*) from bus.ready r join bus.word w on w.id = r.type and w.kind = 'type' and w.name = 'payments.state-obligation.v1'
        where r.key = '{system}/{maHoSo}'
        """);

    /// <summary>The inquiries on a dossier's fees that wait to be opened, without the digits of the content at their end.</summary>
    public static Task<string> InquiriesAsync(this GatewayFixture gateway, string maHoSo) => gateway.Database.ScalarAsync<string>(
        $"""
        select coalesce(string_agg(distinct substring(r.key from '-fees-(.*)-[0-9a-f]+$'), ' '), '')
        from bus.ready r join bus.word w on w.id = r.type and w.kind = 'type' and w.name = 'payments.open-inquiry.v1'
        where r.key like '{maHoSo}-fees-%'
        """);

    /// <summary>How many conflicts operators see for a dossier.</summary>
    public static Task<long> ConflictsAsync(this GatewayFixture gateway, string maHoSo) =>
        gateway.Database.ScalarAsync<long>($"select count(*) from bus.conflict where identity = convert_to('{maHoSo}', 'UTF8')");

    /// <summary>What POST /v1/obligations is given: one charge to the account.</summary>
    public static JsonObject Obligation(string id, string code, long amount) => new()
    {
        ["obligationId"] = id,
        ["dossierCode"] = code,
        ["expiresAt"] = Expiry,
        ["lines"] = new JsonArray(new JsonObject
        {
            ["kind"] = "charge",
            ["code"] = "LP01",
            ["name"] = "Lệ phí",
            ["amountVnd"] = amount,
            ["beneficiaryAccount"] = Account,
        }),
    };

    /// <summary>A dossier as a caller sees it.</summary>
    public static async Task<JsonObject> ReadAsync(HttpClient client, string maHoSo) =>
        (await client.GetFromJsonAsync<JsonObject>($"/v1/dossiers/{maHoSo}")).ShouldNotBeNull();
}
