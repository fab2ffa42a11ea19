using DichVuCong.Operations.Tests.Support;

namespace DichVuCong.Operations.Tests.Accounts;

/// <summary>What needs somebody about accounts, for every role and within the operator's part of the tree.</summary>
internal sealed class When_looking_at_accounts
{
    private const string Own = "T26030200000000A";
    private const string Foreign = "T26030200000000B";

    private const string Fill =
        """
        with accounts as (
          insert into account.account (id, person, kind, state, state_since, created_at, active_at, lock_at) values
            ('T26030200000000A', '\x01', 3, 7, now(), now(), now() - interval '5 months', now() + interval '3 days'),
            ('T26030200000000B', '\x02', 3, 7, now(), now(), null, now() + interval '4 days') returning 1),
        posts as (
          insert into account.post (account, agency, groups, systems) values
            ('T26030200000000A', 'H29', 'TIEP_NHAN', '{H29}'), ('T26030200000000B', 'G01', 'XU_LY', '{G01}') returning 1),
        requests as (
          insert into account.request (account, id, kind, agency, state, complete_at, deadline, overdue) values
            ('T26030200000000A', 'YC-TRE', 2, 'H29', 1, now() - interval '1 day', now() - interval '20 hours', true),
            ('T26030200000000B', 'YC-NGOAI', 3, 'G01', 2, now(), now() + interval '2 hours', false),
            ('T26030200000000A', 'YC-XONG', 3, 'H29', 5, now(), now() + interval '2 hours', false) returning 1),
        pushes as (
          insert into account.push (account, system, version, state, reason, at) values
            ('T26030200000000A', 'H29', 2, 3, 'Không có nhóm văn thư', now()), ('T26030200000000A', 'H29', 1, 3, 'Lý do cũ', now()),
            ('T26030200000000B', 'G01', 2, 3, 'Từ chối ở bộ', now()) returning 1),
        reviews as (
          insert into account.review (agency, due, overdue) values
            ('H29', now() - interval '1 day', true), ('G01', now() + interval '20 days', false), ('G12', now() + interval '90 days', false) returning 1)
        select count(*) from accounts, posts, requests, pushes, reviews
        """;

    private OperationsFixture _screen = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _screen = await OperationsFixture.StartAsync();
        await _screen.Database.ScalarAsync<long>(Fill);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _screen.DisposeAsync();

    [TestCase("viewer"), TestCase("operator"), TestCase("supervisor"), TestCase("auditor")]
    public async Task Should_show_every_role_what_needs_somebody(string role)
    {
        using var client = await _screen.SignInAsync(role);

        var page = await client.PageAsync("/accounts");

        foreach (var shown in (string[])["YC-TRE", "quá hạn", "thay đổi quyền", "YC-NGOAI", "Không có nhóm văn thư", "Từ chối ở bộ", Own, Foreign, "rà soát"]) page.ShouldContain(shown);
        page.ShouldNotContain("YC-XONG");
        page.ShouldNotContain("Lý do cũ");
        page.ShouldNotContain("G12");
    }

    [Test]
    public async Task Should_show_an_agencys_operator_its_part_of_the_tree_alone()
    {
        using var client = await _screen.SignInAsync("viewer", "H29");

        var page = await client.PageAsync("/accounts");

        page.ShouldContain("YC-TRE");
        foreach (var hidden in (string[])["YC-NGOAI", "Từ chối ở bộ", Foreign]) page.ShouldNotContain(hidden);
    }

    [Test]
    public async Task Should_speak_English_when_asked_to()
    {
        using var client = await _screen.SignInAsync("viewer");
        using var switched = await client.PostAsync("/session", "/language", ("to", "en"), ("back", "/session"));

        (await client.PageAsync("/accounts")).ShouldContain("requests beyond 2 working hours");
    }
}
