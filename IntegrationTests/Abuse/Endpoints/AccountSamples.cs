namespace DichVuCong.Abuse.Tests.Endpoints;

/// <summary>Valid calls about accounts, all of made-up persons. $ID is the input's own.</summary>
internal static class AccountSamples
{
    /// <summary>An account that nobody has.</summary>
    public const string Nobody = "T26010200000000A";

    /// <summary>A new account.</summary>
    public const string Create =
        """
        {"kind":"officer","fullName":"Nguyễn Văn Mẫu","personalId":"001090$PERSON","unit":"H26","position":"Chuyên viên","phone":"0912345678",
         "email":"mau@hanoi.gov.vn","groups":["TIEP_NHAN","XU_LY"],"by":"quantri01","reason":"Cán bộ mới"}
        """;

    /// <summary>Other groups.</summary>
    public const string Groups = """{"agency":"H26","groups":["VAN_THU"],"by":"quantri01","reason":"Phân công lại"}""";

    /// <summary>Another agency.</summary>
    public const string Move = """{"from":"H26","to":"H29","groups":["XU_LY"],"by":"quantri01","reason":"Điều động"}""";

    /// <summary>Another profile.</summary>
    public const string Profile = """{"fullName":"Nguyễn Văn Mới","position":"Trưởng phòng","phone":"0912345679","email":"moi@hanoi.gov.vn","by":"quantri01"}""";

    /// <summary>A lock.</summary>
    public const string End = """{"cause":"violation","by":"quantri01","reason":"Vi phạm quy chế"}""";

    /// <summary>A suspension.</summary>
    public const string Because = """{"by":"quantri01","reason":"Đăng nhập lạ"}""";

    /// <summary>A document.</summary>
    public const string Document = """{"number":"12/BB","date":"2026-01-05","file":"files/12","by":"ttdlqg01"}""";

    /// <summary>A unit's request.</summary>
    public const string Request =
        """
        {"kind":"create","target":"portal","fullName":"Trần Thị Mẫu","personalId":"001190$PERSON","unit":"H26","position":"Trưởng phòng","phone":"0912345679",
         "email":"mau@hanoi.gov.vn","groups":["QUAN_TRI"],"reason":"Quản trị mới","documentNumber":"$ID","documentDate":"2026-01-05","documentSigner":"Lê Văn Ký",
         "documentFile":"files/12"}
        """;

    /// <summary>A one-stop system's new officer.</summary>
    public const string Proposal =
        """
        {"changeId":"$ID","kind":"create","agency":"H26","groups":["TIEP_NHAN"],"by":"canbo01","reason":"Cán bộ mới",
         "profile":{"fullName":"Phạm Văn Mẫu","personalId":"001290$PERSON","position":"Chuyên viên","phone":"0912345670","email":"mau@hanoi.gov.vn"}}
        """;

    /// <summary>A one-stop system's lock.</summary>
    public const string ProposedLock = """{"changeId":"$ID","kind":"lock","account":"T26010200000000A","agency":"H26","cause":"leaving","by":"canbo01","reason":"Thôi việc"}""";

    /// <summary>A decision on a proposal.</summary>
    public const string Decision = """{"accepted":true,"by":"T26010200000000A","reason":"Đồng ý"}""";

    /// <summary>Last log-ins.</summary>
    public const string Activity =
        """{"activities":[{"account":"T26010200000000A","citizen":"TECH-1","at":"2026-01-05T08:00:00+07:00"},{"account":"T26010200000000B","citizen":"TECH-2","at":"2026-01-05T08:00:00Z"}]}""";

    /// <summary>A signed review.</summary>
    public const string Review = """{"agency":"H26","reviewedOn":"2026-01-05","kept":40,"changed":2,"by":"quantri01","number":"7/BC","date":"2026-01-05","file":"files/7"}""";

    /// <summary>A citizen's account.</summary>
    public const string Citizen = """{"phone":"0912345678","email":"a@example.vn","fullName":"Nguyễn Văn Mẫu","activeAt":"2026-01-05T08:00:00+07:00"}""";

    /// <summary>A request to restore.</summary>
    public const string Restore = """{"requestId":"$ID"}""";
}
