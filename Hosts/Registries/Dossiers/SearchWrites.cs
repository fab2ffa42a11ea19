using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Dossiers;

/// <summary>The statement by which dossiers are found by their applicant's telephone number: of it only a keyed hash is kept.</summary>
internal sealed class SearchWrites(Sealer sealer)
{
    public void Phones(NpgsqlBatch batch, IReadOnlyList<DossierContent> contents)
    {
        var rows = contents.Where(content => content.Applicant.Phone is not null)
            .Select(content => (Phone: sealer.HashPhone(content.Applicant.Phone!.Reveal()), Code: content.Dossier.Value))
            .OrderBy(row => Convert.ToHexString(row.Phone), StringComparer.Ordinal).ThenBy(row => row.Code, StringComparer.Ordinal).ToList();
        if (rows.Count == 0) return;
        batch.Append("insert into operations.dossier_phone (phone, code) select * from unnest($1, $2) on conflict do nothing")
            .Column(rows, row => row.Phone)
            .Column(rows, row => row.Code);
    }
}
