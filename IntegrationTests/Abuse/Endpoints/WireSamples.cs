namespace DichVuCong.Abuse.Tests.Endpoints;

/// <summary>Valid contents of one-stop calls, by service. {{code}} is replaced by a code of the input's own.</summary>
internal static class WireSamples
{
    /// <summary>Dossiers of both generations.</summary>
    public static readonly string[] Dossiers =
    [
        """
        [{"MaHoSo":"$CODE","MaTTHC":"1.001193","TenTTHC":"Thủ tục đăng ký khai sinh","MaLinhVuc":"G15-HT02","TenLinhVuc":"Hộ tịch","KenhThucHien":"1","ChuHoSo":"Nguyễn Văn Mẫu",
          "SoGiayToChuHoSo":"001090000018","LoaiDoiTuong":"1","MaDoiTuong":"TECH-MAU","Email":"mau.nguyen@nhandan.example","SoDienThoai":"0981234567","TrichYeuHoSo":"Đăng ký thử",
          "NgayTiepNhan":"20261118091500","NgayNopHoSo":"20261118080000","NgayHenTra":"20261125170000","TrangThaiHoSo":"10","NgayTra":"20261124103000","HinhThuc":"0",
          "NgayKetThucXuLy":"20261123160000","NgayTuChoi":"","DonViXuLy":"UBND phường Sài Gòn","GhiChu":"","NoiNopHoSo":"2","DinhDanhCHS":[{"LoaiDinhDanh":"1","SoDinhDanh":"001090000018"}],
          "DSKetNoiCSDL":[{"MaCSDL":"7"}],"TaiLieuNop":[{"TepDinhKemId":"91","TenTepDinhKem":"a.pdf","IsDeleted":"False","DuongDanTaiTepTin":"https://a.example/tep/91?token=x","DuocSoHoa":"1"}],
          "DanhSachLePhi":[{"TenPhiLePhi":"Phí","MaPhiLePhi":"1","HinhThucThu":"1","Gia":"200000","LoaiPhiLePhi":"1"}],
          "DanhSachTepDinhKemKhac":[{"TenGiayTo":"Ảnh","SoLuong":2,"LoaiGiayTo":1}],
          "DanhSachHoSoBoSung":[{"HoSoBoSungId":1,"NguoiYeuCauBoSung":"Nguyễn Văn Mẫu","NoiDungBoSung":"Ảnh","NgayBoSung":"2026-11-19T08:00:00","TrangThaiBoSung":true,
            "DanhSachGiayToBoSung":[{"TepDinhKemId":"93","TenTepDinhKem":"anh.jpg","IsDeleted":"False","DuongDanTaiTepTin":"https://a.example/tep/93"}],"DanhSachLePhiBoSung":[]}],
          "DanhSachGiayToKetQua":[{"TenGiayTo":"Phiếu","GiayToId":"KQ1","DuongDanTepTinKetQua":"https://a.example/k/1","MaGiayToKetQua":"KQ.1"}]}]
        """,
        """
        [{"MaHoSo":"$CODE","MaTTHC":"1.001193","TrangThaiHoSo":"1","NgayTiepNhan":"20260105080000"},
         {"MaHoSo":"$CODE1","MaTTHC":"1.001193","TrangThaiHoSo":"4","NgayTiepNhan":"20260105080000","ChuHoSo":"Nguyễn Văn Mẫu","LoaiDoiTuong":"1","ThongTinKhac":"","Fax":"","ThongTinTra":""}]
        """,
    ];

    /// <summary>Progress rows.</summary>
    public const string Progress =
        """
        [{"MaHoSo":"{{dossier:1}}","NguoiXuLy":"Nguyễn Văn Mẫu","ChucDanh":"Chuyên viên","ThoiDiemXuLy":"20261122091500","PhongBanXuLy":"Một cửa","NoiDungXuLy":"Tiếp nhận hồ sơ","TrangThai":"2",
          "NgayBatDau":"20261122091500","NgayKetThucTheoQuyDinh":"20261125170000"},
         {"MaHoSo":"{{dossier:2}}","NguoiXuLy":"Nguyễn Văn Mẫu","ThoiDiemXuLy":"20261122140000","NoiDungXuLy":"Thẩm tra","TrangThai":"4"},
         {"MaHoSo":"$CODE","NguoiXuLy":"Nguyễn Văn Mẫu","ThoiDiemXuLy":"20261122140000","NoiDungXuLy":"Thẩm tra","TrangThai":"4"}]
        """;

    /// <summary>A status.</summary>
    public const string Status =
        """
        {"MaHoSo":"{{dossier:3}}","MaHoSoDonVi":"MC-17","MaDoiTuong":"TECH-MAU","NgayXuLy":"20261122100000","TrangThai":"4","NoiDung":"Đang xử lý",
         "TaiLieuXuLy":[{"TenTepDinhKem":"a.pdf","TepDinhKemId":"5","DuongDanTaiTepTin":"https://a.example/5","IsDeleted":"False"}]}
        """;

    /// <summary>Every service with a valid call's members besides session and madonvi.</summary>
    public static readonly (string Service, string Members)[] Calls =
    [
        ("DongBoHoSoMC", $"\"isUpdating\":\"False\",\"data\":{Dossiers[0]}"),
        ("DongBoHoSoMC", $"\"isUpdating\":\"False\",\"data\":{Dossiers[1]}"),
        ("DongBoHoSoMC", $"\"isUpdating\":\"True\",\"data\":{Dossiers[0].Replace("$CODE", "{{dossier:1}}", StringComparison.Ordinal)}"),
        ("CapNhatTienDoHoSoMC", $"\"data\":{Progress}"),
        ("DongBoTrangThaiHoSo", $"\"type\":\"2\",\"data\":{Status}"),
        ("DongBoTrangThaiHoSoKM", $"\"data\":{Status}"),
        ("TraCuuHoSo", "\"mahoso\":\"{{dossier:0}}\""),
        ("TraCuuTechID", "\"provider\":\"wso2is\",\"mstorcmnd\":\"001090000018\""),
        ("LayThuTuc", "\"maTTHC\":\"1.001193\""),
        ("LayQDCB", "\"idQDCB\":\"163/QĐ-BTP\""),
        ("LayDanhSachTTHC", "\"page\":1"),
        ("LayDVC", "\"page\":1"),
        ("LayDanhMucCoQuan", "\"page\":1"),
        ("LayDanhMucLinhVuc", "\"page\":1"),
        ("LayDanhMucNhomThuTuc", "\"page\":1"),
        ("LayGiDo", "\"data\":[]"),
    ];
}
