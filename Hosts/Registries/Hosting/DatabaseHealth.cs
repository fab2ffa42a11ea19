using DichVuCong.Runtime.Hosting;
using Npgsql;

namespace DichVuCong.Registries.Hosting;

/// <summary>Whether the database answers, for whoever asks a host whether it is ready.</summary>
public static class DatabaseHealth
{
    private const int Seconds = 2;

    /// <summary>Whether it answers within two seconds.</summary>
    public static async Task<bool> AnswersAsync(RuntimeDatabase database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        try
        {
            await using var command = database.Pooled.CreateCommand("select 1");
            command.CommandTimeout = Seconds;
            return await command.ExecuteScalarAsync(cancellationToken) is 1;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }
}
