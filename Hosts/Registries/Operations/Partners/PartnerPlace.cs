using DichVuCong.Registries.Operations.Access;
using Npgsql;

namespace DichVuCong.Registries.Operations.Partners;

/// <summary>Where a partner belongs in the tree of agencies.</summary>
internal static class PartnerPlace
{
    /// <summary>The prefix of one-stop systems.</summary>
    public const string OneStop = "onestop:";

    /// <summary>The prefix of an agency that is somebody to call, whether or not a system of its own is called.</summary>
    public const string Agency = "agency:";

    /// <summary>The code of a one-stop system; null for another partner.</summary>
    public static string? SystemOf(string partner) => partner.StartsWith(OneStop, StringComparison.Ordinal) ? partner[OneStop.Length..] : null;

    /// <summary>The agency of a partner that the operator may act on; null for TTDLQG's own.</summary>
    /// <exception cref="RuleBrokenException">There is no such partner, nor, where that may be, such an agency (<see cref="Agency"/>).</exception>
    /// <exception cref="AccessRefusedException">The role or the scope does not allow it.</exception>
    public static async Task<string?> RequireAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, AccessPolicy policy, Operator who, string partner, CancellationToken cancellationToken,
        bool orAgency = false)
    {
        AccessPolicy.Require(who, Permission.Act);
        await using var command = new NpgsqlCommand(
            """
            select coalesce((select s.owner from catalogue.one_stop_system s where 'onestop:' || s.code = $1), (select a.code from catalogue.agency a where 'agency:' || a.code = $1))
            where ($2 and exists (select from catalogue.agency a where 'agency:' || a.code = $1)) or exists (select from bus.line where partner = $1) or exists (select from catalogue.one_stop_system s where 'onestop:' || s.code = $1)
            """,
            connection, transaction)
        { Parameters = { new() { Value = partner }, new() { Value = orAgency } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) throw new RuleBrokenException("partner", $"không có đối tác '{partner}'.", $"there is no partner '{partner}'.");
        var agency = reader.IsDBNull(0) ? null : reader.GetString(0);
        policy.Require(who, Permission.Act, agency);
        return agency;
    }
}
