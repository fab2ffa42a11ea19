using DichVuCong.Gateway.Tests.Support;

namespace DichVuCong.Gateway.Tests.OneStop.Support;

/// <summary>What a gateway's calls left in the database. Codes and names in the questions are the tests' own.</summary>
internal static class Durable
{
    public static Task<long> RowsAsync(this GatewayFixture gateway, string maHoSo) =>
        gateway.Database.ScalarAsync<long>($"select count(*) from dossier.dossier where code = '{maHoSo}'");

    /// <summary>The messages that wait for a dossier's saga, by their names and in their order.</summary>
    public static async Task<string> MessagesAsync(this GatewayFixture gateway, string maHoSo) =>
        await gateway.Database.ScalarAsync<string>(
            $"""
            select coalesce(string_agg(w.name, ' ' order by r.seq), '') from bus.ready r join bus.word w on w.id = r.type and w.kind = 'type'
            where r.key = '{maHoSo}'
            """);

    public static Task<long> RawBodiesAsync(this GatewayFixture gateway, string operation, string outcome) =>
        gateway.Database.ScalarAsync<long>($"select count(*) from dossier.raw_body where operation = '{operation}' and outcome = '{outcome}'");
}
