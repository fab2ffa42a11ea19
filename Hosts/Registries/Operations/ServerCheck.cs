using Npgsql;

namespace DichVuCong.Registries.Operations;

/// <summary>How bad a finding of <see cref="ServerCheck"/> is.</summary>
public enum CheckLevel
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>It works, and could be better.</summary>
    Advice,

    /// <summary>It must not stay so.</summary>
    Refused,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Level">How bad it is.</param>
/// <param name="What">What was looked at.</param>
/// <param name="Found">What it is.</param>
/// <param name="Rule">What it should be, and why.</param>
public sealed record CheckResult(CheckLevel Level, string What, string Found, string Rule);

/// <summary>Looks whether the server and the database are fit for work: nothing is acknowledged before it is durable, so durability comes first.</summary>
public sealed class ServerCheck(NpgsqlDataSource database, bool isDevelopment)
{
    private static readonly (string Setting, CheckLevel Level, string Rule, Func<string, bool> IsGood)[] Settings =
    [
        ("fsync", CheckLevel.Refused, "on: without it a crash loses what was acknowledged", value => value == "on"),
        ("full_page_writes", CheckLevel.Refused, "on: without it a crash can tear pages", value => value == "on"),
        ("synchronous_commit", CheckLevel.Refused, "not off: a commit is durable before it is acknowledged", value => value != "off"),
        ("server_encoding", CheckLevel.Refused, "UTF8", value => value == "UTF8"),
        ("jit", CheckLevel.Advice, "off: short statements gain nothing from it", value => value == "off"),
        ("autovacuum", CheckLevel.Refused, "on: queues die young", value => value == "on"),
        ("archive_mode", CheckLevel.Advice, "on: without the archived log a base backup restores to one moment only", value => value != "off"),
        ("max_connections", CheckLevel.Advice, "100 or more", value => int.TryParse(value, out var number) && number >= 100),
    ];

    /// <summary>Everything that was looked at.</summary>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        foreach (var (setting, level, rule, isGood) in Settings)
        {
            var value = (string)(await ScalarAsync($"select current_setting('{setting}')", cancellationToken))!;
            results.Add(new CheckResult(isGood(value) ? CheckLevel.Good : level, setting, value, rule));
        }

        await AddArchivingAsync(results, cancellationToken);
        await AddAsync(
            results, "partitions of bus.journal", "select to_regclass('bus.journal_' || to_char((now() at time zone 'Asia/Ho_Chi_Minh') + interval '1 month', 'YYYYMM')) is not null",
            "next month's must be there", cancellationToken);
        await AddAsync(
            results, "partitions of dossier.raw_body", "select to_regclass('dossier.raw_body_' || to_char((now() at time zone 'Asia/Ho_Chi_Minh') + interval '1 day', 'YYYYMMDD')) is not null",
            "tomorrow's must be there", cancellationToken);
        var development = (long)(await ScalarAsync("select count(*) from access.account where development and enabled", cancellationToken))!;
        results.Add(new CheckResult(
            development > 0 && !isDevelopment ? CheckLevel.Refused : CheckLevel.Good, "development accounts", Text(development), "none outside Development"));
        await CountAsync(results, "parked messages", "select count(*) from bus.parked", cancellationToken);
        await CountAsync(
            results, "messages that wait for their dossier", "select count(*) from bus.waiting", cancellationToken);
        await CountAsync(results, "unsupported services called", "select count(*) from dossier.raw_body where outcome like '%unsupported%'", cancellationToken);
        return results;
    }

    /// <summary>An archive that fails fills the server's disk, and what was written since cannot be restored from it.</summary>
    private async Task AddArchivingAsync(List<CheckResult> results, CancellationToken cancellationToken)
    {
        var failing = (string)(await ScalarAsync(
            """
            select case when last_failed_time > coalesce(last_archived_time, '-infinity') then 'failing since ' || last_failed_wal else 'no failure' end from pg_stat_archiver
            """,
            cancellationToken) ?? "no failure");
        results.Add(new CheckResult(failing == "no failure" ? CheckLevel.Good : CheckLevel.Refused, "archiving", failing, "no failure behind the last success"));
    }

    private async Task AddAsync(List<CheckResult> results, string what, string sql, string rule, CancellationToken cancellationToken)
    {
        var isThere = (bool)(await ScalarAsync(sql, cancellationToken))!;
        results.Add(new CheckResult(isThere ? CheckLevel.Good : CheckLevel.Refused, what, isThere ? "there" : "missing", rule));
    }

    private async Task CountAsync(List<CheckResult> results, string what, string sql, CancellationToken cancellationToken)
    {
        var count = (long)(await ScalarAsync(sql, cancellationToken))!;
        results.Add(new CheckResult(count == 0 ? CheckLevel.Good : CheckLevel.Advice, what, Text(count), "0"));
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
