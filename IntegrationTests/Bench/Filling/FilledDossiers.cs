using System.Globalization;
using DichVuCong.Contracts;

namespace DichVuCong.Bench.Filling;

/// <summary>
/// Finished dossiers, numbered from 1 in the order in which they were filed, over the year before today, by 3,500 agencies of 35 systems. What a
/// number stands for is a function of it, the same here and in <see cref="Columns"/>.
/// </summary>
internal sealed class FilledDossiers(long count, DateOnly today)
{
    public const int Agencies = 3500;
    public const int Days = 365;
    private const int AgencyStep = 7919;
    private const long FirstNumber = 5_000_000;

    /// <summary>How many there are.</summary>
    public long Count { get; } = count;

    /// <summary>
    /// The columns of a number <c>i</c>: <c>code, agency, system, at, own</c> (when it was filed, and a hash of its own). $1: the first number,
    /// $2: the last, $3: all, $4: the first day.
    /// </summary>
    public static string Columns { get; } = string.Create(CultureInfo.InvariantCulture, $"""
        select i, a.agency || '-' || to_char(d.day, 'YYMMDD') || '-' || ({FirstNumber} + i) as code, a.agency, left(a.agency, 3) as system,
          d.day::timestamp at time zone 'Asia/Ho_Chi_Minh' + interval '8 hours' + (i % 28800) * interval '1 second' as at,
          decode(md5(i::text), 'hex') as own
        from generate_series($1::bigint, $2::bigint) i
        cross join lateral (select 'S' || lpad((i * {AgencyStep} % {Agencies} / 100)::text, 2, '0') || '.' || lpad((i * {AgencyStep} % 100)::text, 3, '0') as agency) a
        cross join lateral (select $4::date + ((i - 1) * {Days} / $3::bigint)::int as day) d
        """);

    /// <summary>The day of the first.</summary>
    public DateOnly FirstDay { get; } = today.AddDays(-Days);

    /// <summary>The code of a number.</summary>
    public DossierCode CodeOf(long number)
    {
        var day = FirstDay.AddDays((int)((number - 1) * Days / Count));
        return DossierCode.Of(AgencyOf(number), day, FirstNumber + number);
    }

    /// <summary>The agency of a number.</summary>
    public static AgencyCode AgencyOf(long number) => AgencyCode.Parse(string.Create(
        CultureInfo.InvariantCulture, $"S{number * AgencyStep % Agencies / 100:D2}.{number * AgencyStep % 100:D3}"));
}
