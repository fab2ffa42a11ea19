using System.Globalization;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Operations.Dossiers;

/// <summary>The statement of one search over a span of time. Each condition has an index, or narrows what one has found.</summary>
internal sealed class SearchSql
{
    /// <summary>Callers and partners are few: a loose scan over the index's first column names them.</summary>
    private const string OfSubmission =
        """
        d.caller in (
          with recursive c(caller) as (
            (select caller from dossier.dossier where submission is not null order by caller limit 1)
            union all
            select (select n.caller from dossier.dossier n where n.submission is not null and n.caller > c.caller order by n.caller limit 1) from c where c.caller is not null)
          select caller from c where caller is not null)
        and d.submission = {0}
        """;

    private const string OfTransaction =
        """
        d.code in (
          with recursive p(partner) as (
            (select partner from payment.transaction where transaction_no <> '' order by partner limit 1)
            union all
            select (select n.partner from payment.transaction n where n.transaction_no <> '' and n.partner > p.partner order by n.partner limit 1) from p where p.partner is not null)
          select b.dossier from p join payment.transaction t on t.partner = p.partner and t.transaction_no = {0} and t.transaction_no <> ''
          join payment.payment_order o on o.reference = t.reference join payment.obligation b on b.id = o.obligation)
        """;

    private const string OfReference =
        "d.code in (select b.dossier from payment.payment_order o join payment.obligation b on b.id = o.obligation where o.reference = {0})";

    private readonly NpgsqlCommand _command;
    private readonly List<string> _conditions = ["true"];

    private SearchSql(NpgsqlCommand command) => _command = command;

    /// <summary>Completes a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="criteria">The criteria.</param>
    /// <param name="from">Filed at this instant or later; null for any.</param>
    /// <param name="before">Behind this place; null for any.</param>
    /// <param name="limit">How many at most.</param>
    public static void Write(NpgsqlCommand command, DossierCriteria criteria, DateTimeOffset? from, SearchPlace? before, int limit)
    {
        var sql = new SearchSql(command);
        sql.Add("d.code = {0}", NpgsqlDbType.Text, criteria.Code?.Value);
        sql.Add(OfSubmission, NpgsqlDbType.Text, criteria.Submission);
        sql.Add("d.applicant = {0}", NpgsqlDbType.Bytea, criteria.Applicant);
        sql.Add("d.code in (select i.code from operations.dossier_phone i where i.phone = {0})", NpgsqlDbType.Bytea, criteria.Phone);
        sql.Add(OfReference, NpgsqlDbType.Text, criteria.Reference);
        sql.Add(OfTransaction, NpgsqlDbType.Text, criteria.Transaction);
        sql.Add("d.agency = any ({0})", NpgsqlDbType.Array | NpgsqlDbType.Text, AgenciesOf(criteria));
        sql.Add("d.procedure = {0}", NpgsqlDbType.Text, criteria.Procedure?.Value);
        sql.Add("d.state = {0}", NpgsqlDbType.Smallint, (short?)criteria.State);
        sql.Add("d.filed_at >= {0}", NpgsqlDbType.TimestampTz, from?.UtcDateTime);
        if (before is not null)
        {
            // The first says the same as the second for indexes that do not hold the code.
            sql.Add("d.filed_at <= {0}", NpgsqlDbType.TimestampTz, before.FiledAt.UtcDateTime);
            sql.Add($"(d.filed_at, d.code) < (${command.Parameters.Count}, {{0}})", NpgsqlDbType.Text, before.Code);
        }

        // What waits for coordination has an open task; those are few, and have an index.
        if (criteria.State == DossierState.Unrouted) sql._conditions.Add("d.code in (select t.code from dossier.task t where t.closed_at is null)");
        if (criteria.WithAlarms) sql._conditions.Add("d.alarms <> 0");
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Integer, Value = limit });
        command.CommandText = $"""
            select {DossierRow.Columns} from dossier.dossier d
            where {string.Join(" and ", sql._conditions)}
            order by d.filed_at desc, d.code desc limit ${command.Parameters.Count}
            """;
    }

    /// <summary>The agencies that matter; null for all. An agency outside the scope leaves none.</summary>
    private static string[]? AgenciesOf(DossierCriteria criteria)
    {
        if (criteria.Agency is not { } agency) return criteria.Scope is null ? null : [.. criteria.Scope];
        return criteria.Scope is null || criteria.Scope.Contains(agency.Value) ? [agency.Value] : [];
    }

    private void Add(string condition, NpgsqlDbType type, object? value)
    {
        if (value is null) return;
        _command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value });
        _conditions.Add(string.Format(CultureInfo.InvariantCulture, condition, $"${_command.Parameters.Count}"));
    }
}
