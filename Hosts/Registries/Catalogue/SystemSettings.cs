using DichVuCong.Contracts.Catalogue;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Catalogue;

/// <summary>Saves how systems are reached and spoken to.</summary>
internal static class SystemSettings
{
    private const string Update =
        """
        update catalogue.one_stop_system set
          generation = @generation, base_url = @base_url, receive_path = @receive_path, lookup_path = @lookup_path, dst_code = @dst_code,
          dst_code_in_query = @dst_code_in_query, provider_url = @provider_url, redirect_template = @redirect_template, concurrency = @concurrency,
          calls_per_second = @calls_per_second, call_timeout = @call_timeout, error_code_form = @error_code_form
        where code = @code
        """;

    public static async Task SaveAsync(NpgsqlDataSource database, IReadOnlyList<OneStopSystem> systems, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var system in systems.OrderBy(system => system.Code, StringComparer.Ordinal))
        {
            await using var command = new NpgsqlCommand(Update, connection);
            Fill(command.Parameters, system);
            if (await command.ExecuteNonQueryAsync(cancellationToken) == 0) throw new KeyNotFoundException($"There is no one-stop system {system.Code}.");
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static void Fill(NpgsqlParameterCollection parameters, OneStopSystem system)
    {
        Add("code", NpgsqlDbType.Text, system.Code);
        Add("generation", NpgsqlDbType.Text, EnumWord<WireGeneration>.Of(system.Generation));
        Add("base_url", NpgsqlDbType.Text, system.BaseUrl?.AbsoluteUri);
        Add("receive_path", NpgsqlDbType.Text, system.ReceivePath);
        Add("lookup_path", NpgsqlDbType.Text, system.LookupPath);
        Add("dst_code", NpgsqlDbType.Text, system.DstCode);
        Add("dst_code_in_query", NpgsqlDbType.Boolean, system.DstCodeInQuery);
        Add("provider_url", NpgsqlDbType.Text, system.ProviderUrl);
        Add("redirect_template", NpgsqlDbType.Text, system.RedirectTemplate);
        Add("concurrency", NpgsqlDbType.Integer, system.Concurrency);
        Add("calls_per_second", NpgsqlDbType.Double, system.CallsPerSecond);
        Add("call_timeout", NpgsqlDbType.Interval, system.CallTimeout);
        Add("error_code_form", NpgsqlDbType.Text, system.ErrorCodeForm);

        void Add(string name, NpgsqlDbType type, object? value) => parameters.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });
    }
}
