using DichVuCong.Runtime.Restoring;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Runtime.Hosting;

/// <summary>Starting while the database is not there yet: a host waits for it instead of giving up.</summary>
public static class Startup
{
    /// <summary>Tries <paramref name="step"/> until the database answers.</summary>
    public static async Task<T> UntilTheDatabaseAnswersAsync<T>(
        Func<CancellationToken, Task<T>> step, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await step(cancellationToken);
            }
            catch (Exception failure) when (IsNotThere(failure))
            {
                HostLog.WaitingForDatabase(logger, failure.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
            }
            catch (RestoreNotMarkedException failure)
            {
                HostLog.WaitingForMark(logger, failure.Message);
                await Task.Delay(TimeSpan.FromSeconds(5), time, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Not there, starting or shutting down (class 57), out of disk, memory or connections (53), or failing to read or write (58); a wrong
    /// password or a missing table is no reason to wait.
    /// </summary>
    private static bool IsNotThere(Exception failure) => failure switch
    {
        PostgresException postgres => postgres.SqlState[..2] is "57" or "53" or "58",
        NpgsqlException or TimeoutException or System.Net.Sockets.SocketException => true,
        _ => false,
    };
}
