using DichVuCong.Testing;

namespace DichVuCong.Operations.Tests.Deadlines;

/// <summary>Dossiers with running clocks, as the hosts leave them in the tables.</summary>
internal static class ClockRows
{
    /// <summary>The first of the deadlines is due at 17:00 on a Tuesday, after ten working days; the others a minute later each.</summary>
    public static readonly DateTimeOffset FirstDue = new(2027, 3, 16, 17, 0, 0, TimeSpan.FromHours(7));

    /// <summary>So many dossiers of H29.101, and one of H26.</summary>
    public static async Task AddAsync(TestDatabase database, int count = 3)
    {
        await using var command = database.Source.CreateCommand(
            $"""
            insert into bus.word (kind, name) values ('endpoint', 'dossiers'), ('type', 'bus.clock-moved.v1'), ('type', 'bus.parking-command.v1'), ('clock', 'deadline'), ('clock', 'silence');
            with numbered as (select n, case when n > {count} then 'H26-270301-5' else 'H29.101-270301-5' end || lpad(n::text, 6, '0') code from generate_series(1, {count + 1}) n),
            saga as (
              insert into bus.saga (id, type, key, flow, version, schema, last_now, state)
              select 1000 + n, (select id from bus.word where kind = 'endpoint' and name = 'dossiers'), code, 7, 1, 1, now(), 'x' from numbered returning id, key),
            clock as (
              insert into bus.clock (saga, name, lane, serial, due, rule, calendar, calendar_version, started, budget, used, state)
              select s.id, (select id from bus.word where kind = 'clock' and name = 'deadline'), s.id % 64, 1,
                timestamptz '2027-03-16 17:00+07' + make_interval(mins => (s.id - 1001)::int), 2, 'vn', 1, timestamptz '2027-03-02 09:00+07', 10, 0, 1 from saga s),
            fixed as (
              insert into bus.clock (saga, name, lane, serial, due, state)
              select s.id, (select id from bus.word where kind = 'clock' and name = 'silence'), s.id % 64, 1, timestamptz '2027-04-01 08:00+07', 1 from saga s where s.id = 1001)
            insert into dossier.dossier (code, procedure, agency, origin, channel, central, flow, caller, filed_at, state, state_since, receipt_version)
            select code, '1.000001', case when n > {count} then 'H26' else 'H29.101' end, 1, 1, true, 7, 'c', now(), 2, now(), 1 from numbered;
            """);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Lets the census of sagas say that the two agencies have so many dossiers each.</summary>
    public static async Task CountAsync(TestDatabase database, int dossiers)
    {
        await using var command = database.Source.CreateCommand(
            $"insert into operations.saga_census (type, state, agency, amount) values ('dossiers', 10, 'H26', {dossiers}), ('dossiers', 10, 'H29.101', {dossiers})");
        await command.ExecuteNonQueryAsync();
    }
}
