using Npgsql;

namespace DichVuCong.Runtime.Hosting;

/// <summary>The database of a host: pooled connections for short work, and dedicated ones for workers, pumps and locks.</summary>
public sealed class RuntimeDatabase : IAsyncDisposable
{
    /// <summary>Prepares connections to a database.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="applicationName">What the sessions call themselves in the server's views.</param>
    public RuntimeDatabase(string connectionString, string applicationName = "dichvucong")
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = applicationName,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            Timeout = 10,
            CommandTimeout = 15,
            KeepAlive = 0,
            // A connection that a router forgot is found by the kernel, in the pool too, and not by the command that waits 15 seconds for it.
            TcpKeepAlive = true,
            TcpKeepAliveTime = 5,
            TcpKeepAliveInterval = 2,
        };
        // The fallback from GSS encryption, when a server that is still starting refuses both, leaves connections behind that fail at every second
        // command for as long as they live (seen with a backend that was killed). Who needs GSS encryption asks for it.
        if (!settings.ContainsKey("GSS Encryption Mode")) settings.GssEncryptionMode = GssEncryptionMode.Disable;
        Pooled = NpgsqlDataSource.Create(settings.ConnectionString);
        settings.Pooling = false;
        Dedicated = NpgsqlDataSource.Create(settings.ConnectionString);
    }

    /// <summary>Pooled connections.</summary>
    public NpgsqlDataSource Pooled { get; }

    /// <summary>Connections that are not pooled: closing one ends its session, and with it its locks.</summary>
    public NpgsqlDataSource Dedicated { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Dedicated.DisposeAsync();
        await Pooled.DisposeAsync();
    }
}
