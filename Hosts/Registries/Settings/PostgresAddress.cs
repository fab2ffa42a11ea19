using Npgsql;

namespace DichVuCong.Registries.Settings;

/// <summary>Connection strings in the two forms that people have: <c>Host=...;Username=...</c>, and <c>postgresql://user:password@host:port/database</c>.</summary>
public static class PostgresAddress
{
    /// <summary>The first form of either.</summary>
    /// <exception cref="SettingsException">It is neither; the text, which may hold a password, is not repeated.</exception>
    public static string ToConnectionString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
                ? FromUri(new Uri(text))
                : new NpgsqlConnectionStringBuilder(text).ConnectionString;
        }
        catch (Exception failure) when (failure is ArgumentException or UriFormatException or KeyNotFoundException)
        {
            throw new SettingsException("DVC_POSTGRES is not a connection string of PostgreSQL (Host=...;Port=...;Username=...;Password=...;Database=... or postgresql://...).");
        }
    }

    private static string FromUri(Uri uri)
    {
        var user = uri.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = uri.AbsolutePath.Trim('/') is { Length: > 0 } database ? Uri.UnescapeDataString(database) : "dvc",
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        }.ConnectionString;
    }
}
