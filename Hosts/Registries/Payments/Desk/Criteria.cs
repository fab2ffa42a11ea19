using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Payments.Desk;

/// <summary>A question whose conditions depend on what was asked for.</summary>
internal sealed class Criteria(NpgsqlCommand command)
{
    private readonly List<string> _conditions = ["true"];

    /// <summary>The conditions, joined.</summary>
    public string Where => string.Join(" and ", _conditions);

    /// <summary>A condition of its own.</summary>
    public Criteria Add(string condition)
    {
        _conditions.Add(condition);
        return this;
    }

    /// <summary>A condition on a value, unless that is null; <c>?</c> stands for it.</summary>
    public Criteria Add(string condition, NpgsqlDbType type, object? value)
    {
        if (value is null) return this;
        _conditions.Add(condition.Replace("?", Parameter(type, value), StringComparison.Ordinal));
        return this;
    }

    /// <summary>Adds a parameter and names it.</summary>
    public string Parameter(NpgsqlDbType type, object value)
    {
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value });
        return $"${command.Parameters.Count}";
    }
}
