using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Recording;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Operations.Tests.Support;

/// <summary>A few dossiers of two provinces, written by the registry's own recorder.</summary>
internal static class KnownDossiers
{
    public const string Mine = "H29.101-260302-5000001";
    public const string Theirs = "H26.107-260302-5000002";
    public const string Name = "Nguyễn Thị Kín";
    public const string Number = "001090000077";
    public const string Phone = "0912345678";
    public const string Officer = "Trần Văn Cán Bộ";

    /// <summary>When they were filed.</summary>
    public static readonly DateTimeOffset FiledAt = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));

    public static async Task FileAsync(TestDatabase database)
    {
        foreach (var (code, row) in new[] { (Mine, "00000000000000a1"), (Theirs, "00000000000000a2") })
        {
            var (dossier, agency) = (DossierCode.Parse(code), AgencyCode.Parse(code[..7]));
            await RecordAsync(
                database,
                new RegisterDossier(
                    dossier, ProcedureCode.Parse("1.000689"), agency, agency.Value[..3], DossierOrigin.Portal, FilingChannel.Online, Central: true, Flow.Shared, "portal",
                    $"sub-{code[^1]}", Sealer.HashIdentity(Number), FiledAt, DossierState.Filed, FiledAt.AddDays(5)),
                new StoreContent(ContentOf(dossier, agency)),
                new KeepHistoryRow(
                    dossier, agency.Value[..3],
                    new AgencyStatusRow { RowId = row, Source = StatusSource.Progress, State = DossierState.Accepted, At = FiledAt.AddHours(2), Officer = Officer, Text = "Nội dung nội bộ" },
                    FiledAt.AddHours(2), Flag: null),
                new UpdateDossierRow
                {
                    Dossier = dossier,
                    State = DossierState.Accepted,
                    StateSince = FiledAt.AddHours(2),
                    ReceiptVersion = 2,
                    AcceptedAt = FiledAt.AddHours(2),
                    Deadline = FiledAt.AddDays(5),
                    DeliveredAt = FiledAt.AddMinutes(1),
                    Alarms = DossierAlarms.Overdue,
                    Agency = agency,
                    System = agency.Value[..3],
                });
        }

        await using var journal = database.Source.CreateCommand(Journal);
        await journal.ExecuteNonQueryAsync();
    }

    /// <summary>The saga's decisions and a call of the first dossier, a clock that stands still, and a parked message.</summary>
    private const string Journal =
        $"""
        insert into bus.word (kind, name) values ('endpoint', 'dossiers'), ('type', 'dossiers.submit-dossier.v1'), ('type', 'dossiers.deliver-dossier.v1'),
          ('type', 'dossiers.record-agency-status.v1'), ('edge', 'Filed->Registered'), ('edge', 'Registered->Accepted'), ('clock', 'deadline') on conflict do nothing;
        insert into bus.line (partner) values ('onestop:H29');
        insert into bus.saga (id, type, key, flow, version, schema, last_now, state)
        select 77, id, '{Mine}', 4, 3, 1, now(), convert_to('null', 'UTF8') from bus.word where kind = 'endpoint' and name = 'dossiers';
        insert into bus.journal (at, saga, n, lane, batch, type, outcome, edge, message, took)
        select now() - v.ago, 77, v.n, case when v.call then -(select id from bus.line where partner = 'onestop:H29') else 1 end, v.n,
          (select id from bus.word where kind = 'type' and name = v.type), v.outcome, (select id from bus.word where kind = 'edge' and name = v.edge), gen_random_uuid(), v.took
        from (values
          (interval '3 hours', 1, false, 'dossiers.submit-dossier.v1', 0, null, null::int),
          (interval '179 minutes', 1, true, 'dossiers.deliver-dossier.v1', 1, null, 431),
          (interval '178 minutes', 2, false, 'dossiers.deliver-dossier.v1', 0, 'Filed->Registered', null),
          (interval '1 hour', 3, false, 'dossiers.record-agency-status.v1', 0, 'Registered->Accepted', null)) v(ago, n, call, type, outcome, edge, took);
        insert into bus.clock (saga, name, lane, serial, due, started, budget, used, calendar, state)
        select 77, id, 1, 1, now() + interval '2 days', now() - interval '1 day', 5, 1, 'H29.101', 2 from bus.word where kind = 'clock' and name = 'deadline';
        insert into bus.parked (lane, flow, seq, id, type, schema, endpoint, key, conversation, sent_at, body, scope, parked_at, attempts, error)
        select 1, 4, 1, gen_random_uuid(), t.id, 1, e.id, '{Mine}', gen_random_uuid(), now(), '\x00', e.id, now(), 1, 'hệ thống trả lời lạ'
        from bus.word t, bus.word e where t.name = 'dossiers.record-agency-status.v1' and e.kind = 'endpoint' and e.name = 'dossiers';
        insert into bus.blocked (scope, key, reason, since) select id, '{Mine}', 'parked', now() - interval '2 hours' from bus.word where kind = 'endpoint' and name = 'dossiers';
        insert into payment.obligation (id, account, agency, dossier, content, stated_at, expires_at, state_since, amount, state)
        values ('bo/ob-1', 'bo', 'H29.101', '{Mine}', '\x00', now() - interval '2 hours', now(), now() - interval '8 days', 120000, 2);
        insert into payment.payment_order (reference, obligation, position, agency, bank, account_number, account_name, treasury, amount, state, state_since, created_at)
        values ('D26030200000000001', 'bo/ob-1', 1, 'H29.101', 'kb', '1', 'KBNN', true, 120000, 2, now() - interval '2 days', now() - interval '2 days');
        insert into payment.transaction (reference, partner, transaction_no, result, amount, paid_at, day, source)
        values ('D26030200000000001', 'vnpay', 'FT-77', 1, 120000, now(), current_date, 1);
        """;

    private static Sealer Sealer { get; } = new(KeyRing.Parse(KeyRing.Development));

    private static DossierContent ContentOf(DossierCode dossier, AgencyCode agency) => new()
    {
        Dossier = dossier,
        Revision = 1,
        Procedure = ProcedureCode.Parse("1.000689"),
        ProcedureName = "Đăng ký kết hôn <thử>",
        SectorCode = "G15",
        SectorName = "Hộ tịch",
        Agency = agency,
        AgencyName = "Ủy ban thử nghiệm",
        Channel = FilingChannel.Online,
        FiledAt = FiledAt,
        Applicant = new Applicant
        {
            Kind = ApplicantKind.Citizen,
            FullName = PersonName.TryParse(Name, out var name) ? name : null,
            PersonalId = PersonalId.TryParse(Number, out var number) ? number : null,
            Phone = PhoneNumber.TryParse(Phone, out var phone) ? phone : null,
        },
        Files = [],
    };

    private static async Task RecordAsync(TestDatabase database, params object[] messages)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        new RegistryRecorder(Sealer).Record([.. messages.Select(message => new RecordedMessage(message, Guid.NewGuid(), "key", 0, FiledAt))], batch);
        await batch.ExecuteNonQueryAsync();
    }
}
