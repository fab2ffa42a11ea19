using DichVuCong.Runtime.Schema;
using Npgsql;

namespace DichVuCong.Testing;

/// <summary>A fresh database on the tests' server; dropped when it is disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>A database of a bench takes its time to go: one of 40 GB more than half a minute.</summary>
    private const int LongestSeconds = 600;

    private readonly string _name;

    private TestDatabase(string name, NpgsqlDataSource source, string connectionString)
    {
        _name = name;
        Source = source;
        ConnectionString = connectionString;
    }

    /// <summary>Its name.</summary>
    public string Name => _name;

    /// <summary>Connections to it.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Its connection string.</summary>
    public string ConnectionString { get; }

    /// <summary>Creates a database and applies <paramref name="sets"/>.</summary>
    public static async Task<TestDatabase> CreateAsync(params MigrationSet[] sets)
    {
        var database = await CreateEmptyAsync();
        await Migrator.ApplyAsync(database.Source, sets, CancellationToken.None);
        return database;
    }

    /// <summary>Creates a database without anything in it.</summary>
    public static Task<TestDatabase> CreateEmptyAsync() => CopyAsync("template1");

    /// <summary>Creates a copy of a database that nobody is connected to.</summary>
    public static async Task<TestDatabase> CopyAsync(string template)
    {
        var name = $"t_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name} template {template}");
        var connectionString = new NpgsqlConnectionStringBuilder(TestCluster.ConnectionString) { Database = name }.ConnectionString;
        return new TestDatabase(name, NpgsqlDataSource.Create(connectionString), connectionString);
    }

    /// <summary>Runs a statement and returns its first value.</summary>
    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await ExecuteAsync($"drop database {_name} with (force)");
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestCluster.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = LongestSeconds };
        await command.ExecuteNonQueryAsync();
    }
}
