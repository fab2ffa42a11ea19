using DichVuCong.Registries.Identity;
using DichVuCong.Testing;

namespace DichVuCong.Gateway.Tests.Identity;

internal sealed class When_time_has_passed
{
    private const string Rows =
        """
        insert into identity.sign_in (state, id, source, account, binding, return_to, begun_at, expires_at)
          select decode(lpad(to_hex(n), 8, '0'), 'hex'), gen_random_uuid(), 'vneid', 'portal', '\x00', 'x', now() - n * interval '1 hour', now() - n * interval '1 hour' + interval '10 minutes' from generate_series(1, 48) n;
        insert into identity.verification (id, sign_in, account, binding, result, result_until, person, key, sealed, verified_at, expires_at)
          select gen_random_uuid(), gen_random_uuid(), 'portal', '\x00', decode(lpad(to_hex(n), 8, '0'), 'hex'), now(), '\x00', 1, '\x00', now(), now() + (n - 2) * interval '1 hour' from generate_series(1, 4) n;
        insert into identity.ticket (id, kind, verification, account, system, person, procedure, key_id, issued_at, expires_at)
          select gen_random_uuid(), 1, gen_random_uuid(), 'portal', 'H26', '\x00', '1.001662', 'k', now() - n * interval '30 days', now() - n * interval '30 days' + interval '1 minute' from generate_series(1, 4) n;
        """;

    [Test]
    public async Task Should_take_away_who_somebody_was_at_once_and_the_rest_when_it_is_due()
    {
        await using var database = await SeededDatabase.CreateAsync();
        await using (var command = database.Source.CreateCommand(Rows)) await command.ExecuteNonQueryAsync();
        var keeping = new IdentityKeeping(database.Source);

        await keeping.SweepAsync(DateTimeOffset.UtcNow, TimeSpan.FromDays(75), CancellationToken.None);

        (await database.ScalarAsync<long>("select count(*) from identity.verification")).ShouldBe(2);
        (await database.ScalarAsync<long>("select count(*) from identity.sign_in")).ShouldBe(23);
        (await database.ScalarAsync<long>("select count(*) from identity.ticket")).ShouldBe(2);
        (await keeping.SweepAsync(DateTimeOffset.UtcNow, TimeSpan.FromDays(75), CancellationToken.None)).ShouldBe(0);
    }
}
